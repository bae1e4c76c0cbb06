//! A number → a text in Markdown and HTML, and its words in the order they are read.

/// A generated text.
pub(super) struct Written {
    pub markdown: String,
    /// In reading order, those of notes last.
    pub words: Vec<Word>,
}

pub(super) struct Word {
    pub text: String,
    /// Whether no eye sees it: what a picture shows is said to who does not see it.
    pub is_said_only: bool,
}

pub(super) fn generate(seed: u64) -> Written {
    let mut writer = Writer {
        state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5A1A,
        number: 0,
        words: Vec::new(),
        notes: 0,
        may_note: true,
    };
    let mut lines = Vec::new();
    for _ in 0..3 + writer.below(3) {
        lines.extend(writer.block(2));
        lines.push(String::new());
    }
    let mut at = 0;
    while at < writer.notes {
        at += 1;
        lines.push(format!("[^{at}]: {}", writer.word()));
        lines.push(String::new());
        let body = writer.block(1);
        lines.extend(indented(&body, "    ", "    "));
        lines.push(String::new());
    }
    Written {
        markdown: lines.join("\n") + "\n",
        words: writer.words,
    }
}

struct Writer {
    state: u64,
    number: usize,
    words: Vec<Word>,
    /// How many notes there are marks of.
    notes: usize,
    /// Whether a mark of a note may stand here.
    may_note: bool,
}

/// What words stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// With other lines.
    OfMany,
    /// Alone: of a heading, a cell or a term.
    Single,
    InLink,
}

impl Writer {
    fn below(&mut self, end: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % end
    }

    /// A word that stands nowhere else.
    fn word(&mut self) -> String {
        self.new_word(false)
    }

    fn said(&mut self) -> String {
        self.new_word(true)
    }

    fn new_word(&mut self, is_said_only: bool) -> String {
        const LETTERS: [char; 16] = [
            'ក', 'ខ', 'គ', 'ឃ', 'ង', 'ច', 'ជ', 'ញ', 'ដ', 'ត', 'ថ', 'ទ', 'ន', 'ប', 'ផ', 'ព',
        ];
        self.number += 1;
        let number = self.number;
        let text = match self.below(2) {
            0 => format!("w{number:03}x"),
            _ => {
                let letters = [number / 256, number / 16, number];
                let letters = letters.map(|digit| LETTERS[digit % 16]);
                format!("ឱ{}{}{}យ", letters[0], letters[1], letters[2])
            }
        };
        self.words.push(Word {
            text: text.clone(),
            is_said_only,
        });
        text
    }

    /// Some words in some marks.
    fn inlines(&mut self, depth: usize, line: Line) -> String {
        let count = 1 + self.below(3);
        let parts: Vec<String> = (0..count).map(|_| self.inline(depth, line)).collect();
        parts.join(" ")
    }

    fn inline(&mut self, depth: usize, line: Line) -> String {
        if depth == 0 {
            return self.word();
        }
        let deeper = depth - 1;
        match self.below(22) {
            0 => format!("**{}**", self.inlines(deeper, line)),
            1 => format!("*{}*", self.inlines(deeper, line)),
            2 => match self.inlines(deeper, line) {
                struck if struck.contains('~') => struck,
                plain => format!("~~{plain}~~"),
            },
            3 => format!("`{}`", self.word()),
            4 | 5 if line != Line::InLink => self.link(deeper, line),
            6 => format!("![{}](/dot.png)", self.said()),
            7 => {
                let (said, title) = (self.said(), self.word());
                format!("a ![{said}](/dot.png \"{title}\") b")
            }
            8 if line == Line::OfMany => format!("{}\\\n{}", self.word(), self.word()),
            9 if line == Line::OfMany => format!("{}\n{}", self.word(), self.word()),
            10 | 11 if line != Line::InLink && self.may_note => {
                let word = self.word();
                self.notes += 1;
                format!("{word}[^{}]", self.notes)
            }
            12 => {
                const NAMES: [&str; 16] = [
                    "b", "i", "s", "del", "u", "ins", "mark", "small", "sub", "sup", "q", "kbd",
                    "span", "bdi", "cite", "code",
                ];
                let name = NAMES[self.below(NAMES.len())];
                format!("<{name}>{}</{name}>", self.inlines(deeper, line))
            }
            13 => format!("{}<br>{}", self.word(), self.word()),
            14 => {
                let (word, title) = (self.word(), self.word());
                format!("<abbr title=\"{title}\">{word}</abbr>")
            }
            15 => format!("<ruby>{}<rt>{}</rt></ruby>", self.word(), self.word()),
            16 if line != Line::InLink => {
                format!(
                    "<a href=\"https://org.example/x\">{}</a>",
                    self.inlines(deeper, Line::InLink)
                )
            }
            17 | 18 if line != Line::InLink => {
                format!(
                    "{{{{ download(file=\"/b.txt\", label=\"{}\") }}}}",
                    self.word()
                )
            }
            19 => format!("{}&amp;{}", self.word(), self.word()),
            _ => self.word(),
        }
    }

    fn link(&mut self, depth: usize, line: Line) -> String {
        let mut words = self.inlines(depth, Line::InLink);
        if line == Line::OfMany {
            words += ["", "", "\n", "\\\n"][self.below(4)];
            words += &self.word();
        }
        match self.below(3) {
            0 => format!("[{words}](https://org.example/a)"),
            1 => format!("[{words}](@/_index.md \"{}\")", self.word()),
            _ => format!("[{words}](https://org.example/b \"{}\")", self.word()),
        }
    }

    fn line(&mut self) -> String {
        self.inlines(2, Line::Single)
    }

    /// A block's lines.
    fn block(&mut self, depth: usize) -> Vec<String> {
        let kinds = if depth == 0 { 8 } else { 20 };
        match self.below(kinds) {
            0 | 1 => lines(&self.inlines(2, Line::OfMany)),
            2 => vec![format!("{} {}", "#".repeat(2 + self.below(4)), self.line())],
            3 => vec![
                "```rust".into(),
                self.word(),
                format!("  {}", self.word()),
                "```".into(),
            ],
            4 => self.table(),
            5 => self.html(),
            6 => vec!["---".into()],
            7 => vec![format!(
                "{{{{ download(file=\"/b.txt\", label=\"{}\") }}}}",
                self.word()
            )],
            8..=10 => self.list(depth - 1),
            11 | 12 => {
                let inner = self.blocks(depth - 1);
                indented(&inner, "> ", "> ")
            }
            13 | 14 => {
                let term = self.line();
                let inner = self.blocks(depth - 1);
                let mut all = vec![term];
                all.extend(indented(&inner, ": ", "  "));
                all
            }
            15 | 16 => {
                let mut all = vec![
                    format!("{{% note(title=\"{}\") %}}", self.word()),
                    String::new(),
                ];
                all.extend(self.blocks(depth - 1));
                all.extend([String::new(), "{% end %}".into()]);
                all
            }
            17 => self.around(depth - 1),
            18 => vec![format!("![{}](/dot.png \"{}\")", self.said(), self.word())],
            _ => vec![
                format!("- [ ] {}", self.word()),
                format!("- [x] {}", self.word()),
            ],
        }
    }

    fn blocks(&mut self, depth: usize) -> Vec<String> {
        let mut all = self.block(depth);
        if self.below(2) == 0 {
            all.push(String::new());
            all.extend(self.block(depth));
        }
        all
    }

    fn list(&mut self, depth: usize) -> Vec<String> {
        const MARKS: [&str; 5] = ["- ", "1. ", "១. ", "ក. ", "• "];
        let mark = MARKS[self.below(MARKS.len())];
        let indent = " ".repeat(mark.chars().count());
        let is_loose = self.below(2) == 0;
        let mut all = Vec::new();
        for _ in 0..1 + self.below(2) {
            let text = lines(&self.inlines(2, Line::OfMany));
            all.extend(indented(&text, mark, &indent));
            let has_more = self.below(3) > 0;
            if has_more || is_loose {
                all.push(String::new());
            }
            if has_more {
                all.extend(indented(&self.blocks(depth), &indent, &indent));
                all.push(String::new());
            }
        }
        all
    }

    fn table(&mut self) -> Vec<String> {
        let row = |writer: &mut Writer| {
            let cells: Vec<String> = (0..3).map(|_| writer.line()).collect();
            format!("| {} |", cells.join(" | "))
        };
        let head = row(self);
        vec![head, "|---|:-:|--:|".into(), row(self)]
    }

    /// HTML with Markdown in it.
    fn around(&mut self, depth: usize) -> Vec<String> {
        let (begin, end) = match self.below(5) {
            0 => (
                format!("<details><summary>{}</summary>", self.word()),
                "</details>",
            ),
            1 => ("<div>".into(), "</div>"),
            2 => ("<blockquote>".into(), "</blockquote>"),
            3 => ("<del>".into(), "</del>"),
            _ => (format!("<section><h3>{}</h3>", self.word()), "</section>"),
        };
        let mut all = vec![begin, String::new()];
        all.extend(self.blocks(depth));
        all.extend([String::new(), end.into()]);
        all
    }

    /// HTML as people leave it, end tags and all.
    fn html(&mut self) -> Vec<String> {
        const FORMS: [&str; 18] = [
            "<p>_ <b>_</b></p>",
            "<div>_<p>_<p>_</div>",
            "<ul><li>_<li>_ <ul><li>_</ul></ul>",
            "<ol start=4><li>_</li><li>_</li></ol>",
            "<table><caption>_</caption><thead><tr><th>_<th>_</thead><tr><td>_<td>_<br>_</table>",
            "<table><tr><td colspan=2>_</td></tr><tr><th>_</th><td><p>_</p><ul><li>_</ul></td></tr></table>",
            "<dl><dt>_<dd>_<dd>_<dt>_<dd>_</dl>",
            "<figure><img src=/dot.png alt=@ title=_><figcaption>_</figcaption></figure>",
            "<table><tr><td><ol><li>_<li>_</ol><td><dl><dt>_<dd>_</dl><td><table><tr><td>_<td>_</table></table>",
            "<table>_<tr><td><blockquote>_</blockquote><pre>_</pre><h3>_</h3></td></tr></table>",
            "<dl>_<dt>_<dd>_<dt><ul><li>_</ul></dl>",
            "<ul>_<li>_</ul>",
            "<div><dd>_<dt>_<li>_</div>",
            "<h4>_ <ul><li>_</ul></h4>",
            "<pre>_\n  _</pre>",
            "<h3>_ <i>_</i></h3>\n<hr>\n<p>_",
            "<section>_</section> _",
            "<div>_ <del>_ <p>_</p> _</del> <small>_</small>\n_</div>",
        ];
        let form = FORMS[self.below(FORMS.len())];
        let mut out = String::new();
        for part in form.split_inclusive(['_', '@']) {
            let bare = part.trim_end_matches(['_', '@']);
            out.push_str(bare);
            if part.ends_with('@') {
                out.push_str(&self.said());
            } else if part.ends_with('_') {
                out.push_str(&self.word());
            }
        }
        lines(&out)
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// Lines behind a mark, the others as far in; empty ones stay empty.
fn indented(lines: &[String], first: &str, others: &str) -> Vec<String> {
    let marked = lines.iter().enumerate().map(|(index, line)| {
        let before = if index == 0 { first } else { others };
        format!("{before}{line}").trim_end().to_owned()
    });
    marked.collect()
}
