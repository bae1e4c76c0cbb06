//! The pages of the handbook that list what pages of each kind may say, made from the kinds of the
//! built-in theme.
#![allow(
    clippy::disallowed_methods,
    reason = "the pages are read and written as a campaign's own"
)]

use super::{Field, FieldHolds, Kind, Kinds};
use crate::config::{self, Language, Localised};
use crate::content::kinds;
use crate::diagnostic::{MessageLanguage, Report};
use crate::files::Files;
use std::fmt::Write;
use std::path::Path;

const ENGLISH: &str = r#"+++
title = "Kinds of pages"
description = "What a page of each kind says in its front matter, and how you make a kind of your own."
weight = 4
+++

A service has a fee and papers to bring, a meeting has a day and a place. If a page is of such a **kind**, say so in its front matter with a table of the kind's name:

```
+++
title = "Birth certificate"
[service]
fee = 0
days = 3
documents = ["A letter of the hospital", "The family book"]
+++

The text of the page.
```

What stands in the table appears before the text: on the page, on the leaflet and in the search. In a section whose pages are all of one kind, the list shows what matters of each: services as a table, functions as a table over the levels of government, events as a calendar.

- A page has one kind or none. A page without a table is a plain article, such as most are.
- A table may be empty: `[howto]`.
- Numbers, days and links are checked. A key with a slip in it, a day that does not exist, a link that leads nowhere: `sala check` tells each with its line.
- A list may have one value alone: `documents = "The family book"`.
- A `link` is written like any link: `@/learn/council.md` for a page, the name of a file beside the page, or a web address. Readers see the title of the page.
- In an `_each.md` the values come from the row: `fee = "{fee}"`. What the row leaves blank is not said of its page.

## When it is {#when}

An `event` begins at `start`: `2026-12-12T08:00:00`, or `12/12/2026 08:00`, or a day without an hour. Hours are those of Cambodia. Beside its page stands `event.ics`, which readers put into the calendar of their phone. The section shows first what is to come, the next of it at the head; then what has been, with its `outcome`. Which is which is decided on the day of the build, so build again after a meeting.

In a `process` the stage in whose months the day of the build lies is marked.

## A kind of your own {#own}

Say that your town has markets, which no kind knows.

1. Make a folder `kinds/market` beside `sala.toml`.
2. Write into it a file `kind.toml`:

```toml
KIND_FILE
```

3. Write a page, `content/markets/old.en.md`:

```
+++
title = "The old market"
[market]
stalls = 120
fee = 2000
+++

It opens at six.
```

4. Write a page for the section, `content/markets/_index.en.md`, which needs no more than its title:

```
+++
title = "Markets"
+++
```

5. Build. The page `en/markets/old/` shows `Stalls` and `Fee for a day`, and `en/markets/` lists all markets as a table. Of files without `.en`, which are those of the site's first language, readers see the labels in that language.

To change a kind that is there, put a `kind.toml` into a folder of its name; it takes the place of the theme's. Beside it there may be templates: `page.html` for the pages, `list.html` for a section of them, and `leaflet.typ` for [paper](#leaflet). Such a page begins with `{% extends "page.html" %}` and fills a block:

```
TEMPLATE_FILE
```

And a `list.html`, which takes the place of the table:

```
SECTION_FILE
```

`page.facts` are all facts in their order, `page.fact` the same by their keys; `page.folded` those that stand after the text. A page that does not say something does not have it in `page.fact`: ask with `is defined` first, unless the field is `required`. What else a template can do, [the page about themes](@/design.md#own) says. Of a section, `section.list` says how its pages are shown, and each of `section.pages` has `facts` and `fact`.

A template that writes `main` by itself, as one does that begins with `base.html`, has to show the facts too: `{{ <facts.all page={page} t={t}/> }}`. One that does not is told (W429), since readers would miss the office hours or the fee without anybody noticing.

In feeds, what `in_list` picks stands below the summary of a page, each with its label. Feeds have pages with a `date`.

### A leaflet of its own {#leaflet}

Without more, leaflets of such a page say all of it before the text. To set them yourself, put a Typst file `leaflet.typ` into the folder of the kind. It has a function `leaflet`, which gets what the page says as `d` and its QR code as `qr`:

```
LEAFLET_FILE
```

`d.facts` are all facts in their order, each with `key`, `label`, `line` (in one line) and `blocks` (as text shows it, as a list or a table); `fact(d, "fee")` is one of them, or `none` where a page does not say it. `d.blocks` has them too, `without-facts(d)` has not. `d.format` is the format that the page asks for, `d.page` the size of its pages in millimetres. Pages, paper and folds stay those of the format.

Of several templates, the first of these sets a leaflet:

1. `kinds/market/leaflet.typ` of the campaign
2. `kinds/market/leaflet.typ` of the theme
3. the template of the format, `leaflet/a4.typ`

One that cannot be read is told with its line, whether a page asks for a leaflet or not; so is a fact of the page that the leaflet leaves out.

### What a field may say {#fields}

| Key | Meaning |
|:--|:--|
| `label` | what readers see before it; must be there |
| `holds` | what it holds, as below; must be there |
| `means` | what authors write here |
| `required` | whether each page has to say it |
| `many` | whether there may be several, as a list |
| `in_list` | whether lists show it |
| `folded` | whether it stands after the text: folded on the page, and on a page of its own at the end of the leaflet |
| `words` | of a `choice`: the words that authors write, and what readers see for each |
| `columns` | of `rows`: what each row says, as fields |

| `holds` | What authors write |
|:--|:--|
HOLDS
`list` is `cards`, `table`, `matrix` or `calendar`. A table shows no column in which no page of it says anything. A `matrix` names in `by` the choice whose words are its columns. A kind with a `[calendar]` names in it the fields `start`, `end` and `place`; each of its pages gets an `event.ics`.

## The kinds there are {#kinds}
"#;

/// The file of a kind that nobody knows yet.
const KIND_FILE: &str = r#"label = { km = "ផ្សារ", en = "market" }
plural = { km = "ផ្សារ", en = "markets" }
description = { km = "ផ្សារមួយក្នុងក្រុង", en = "A market of the town" }
list = "table"

[fields.stalls]
label = { km = "តូប", en = "Stalls" }
holds = "number"
in_list = true

[fields.fee]
label = { km = "ថ្លៃក្នុងមួយថ្ងៃ", en = "Fee for a day" }
holds = "riel"
in_list = true"#;

/// A template of it.
const TEMPLATE_FILE: &str = r#"{% extends "page.html" %}
{% block facts %}
{% if page.fact.stalls is defined %}
<p class="lead">{{ page.fact.stalls.label }} {{ <facts.line values={page.fact.stalls.values} t={t}/> }}</p>
{% endif %}
{{ <facts.all page={page} t={t}/> }}
{% endblock facts %}"#;

/// A template of a section of it.
const SECTION_FILE: &str = r#"{% extends "section.html" %}
{% block list %}
<ul>
{% for page in section.pages %}
<li><a href="{{ page.url }}">{{ page.title }}</a>
{% if page.fact.fee is defined %}{{ page.fact.fee.label }} {{ <facts.line values={page.fact.fee.values} t={t}/> }}{% endif %}</li>
{% endfor %}
</ul>
{% endblock list %}"#;

/// A leaflet of it.
const LEAFLET_FILE: &str = r#"#import "../../leaflet/a4.typ": *
#import "../../leaflet/trifold.typ" as folded

#let leaflet(d, qr) = if d.format == "trifold" { folded.leaflet(d, qr) } else {
  let (width, height) = d.page.map(length => length * 1mm)
  set page(..sheet-of(d, width, height, 15mm))
  show: set-up.with(d)
  title(d, 34pt, 40mm)
  for own in d.facts { framed(d, rule, own.label, heavy(d, 1.6, inline(own.line, d))) }
  blocks(without-facts(d), d)
  notices(d)
  text-end
  foot(d, qr, 15mm)
}"#;

const KHMER: &str = r#"+++
title = "ប្រភេទទំព័រ"
description = "ទំព័រនៃប្រភេទនីមួយៗប្រាប់អ្វីក្នុងក្បាលទំព័រ និងរបៀបធ្វើប្រភេទផ្ទាល់ខ្លួន។"
weight = 4
+++

សេវាមួយមានថ្លៃ និងឯកសារដែលត្រូវយកទៅ ការប្រជុំមួយមានថ្ងៃ និងទីកន្លែង។ បើទំព័រមួយជា**ប្រភេទ**បែបនេះ សូមប្រាប់ក្នុងក្បាលទំព័រ ដោយសរសេរតារាងដែលមានឈ្មោះដូចប្រភេទ៖

```
+++
title = "សំបុត្រកំណើត"
[service]
fee = 0
days = 3
documents = ["លិខិតពីមន្ទីរពេទ្យ", "សៀវភៅគ្រួសារ"]
+++

អត្ថបទនៃទំព័រ។
```

អ្វីដែលនៅក្នុងតារាង បង្ហាញនៅមុខអត្ថបទ៖ លើទំព័រ លើខិត្តប័ណ្ណ និងក្នុងការស្វែងរក។ ក្នុងផ្នែកដែលទំព័រទាំងអស់ជាប្រភេទតែមួយ បញ្ជីបង្ហាញអ្វីសំខាន់របស់ទំព័រនីមួយៗ៖ សេវាជាតារាង មុខងារជាតារាងតាមថ្នាក់រដ្ឋបាល ព្រឹត្តិការណ៍ជាប្រតិទិន។

- ទំព័រមួយមានប្រភេទតែមួយ ឬគ្មាន។ ទំព័រដែលគ្មានតារាង ជាអត្ថបទធម្មតា ដូចទំព័រភាគច្រើន។
- តារាងអាចទទេ៖ `[howto]`។
- លេខ ថ្ងៃ និងតំណ ត្រូវបានពិនិត្យ។ ឈ្មោះវាយខុស ថ្ងៃដែលមិនមាន តំណដែលនាំទៅណាមិនដល់៖ `sala check` ប្រាប់ទាំងអស់ព្រមទាំងបន្ទាត់។
- បញ្ជីអាចមានតម្លៃតែមួយ៖ `documents = "សៀវភៅគ្រួសារ"`។
- `link` សរសេរដូចតំណធម្មតា៖ `@/learn/council.md` សម្រាប់ទំព័រ ឈ្មោះឯកសារនៅក្បែរទំព័រ ឬអាសយដ្ឋានគេហទំព័រ។ អ្នកអានឃើញចំណងជើងទំព័រនោះ។
- ក្នុង `_each.md` តម្លៃមកពីជួរដេក៖ `fee = "{fee}"`។ អ្វីដែលជួរដេកទុកទទេ មិនបង្ហាញលើទំព័រទេ។

## ពេលវេលា {#when}

`event` ចាប់ផ្ដើមនៅ `start`៖ `2026-12-12T08:00:00` ឬ `12/12/2026 08:00` ឬថ្ងៃដោយគ្មានម៉ោង។ ម៉ោងគឺម៉ោងនៅកម្ពុជា។ នៅក្បែរទំព័រមាន `event.ics` ដែលអ្នកអានដាក់ក្នុងប្រតិទិនទូរសព្ទបាន។ ផ្នែកបង្ហាញអ្វីដែលនឹងមកដល់មុន ដោយអ្វីជិតបំផុតនៅលើគេ បន្ទាប់មកអ្វីដែលកន្លងទៅ ព្រមទាំង `outcome` របស់វា។ ថ្ងៃដែលបង្កើតគេហទំព័រ កំណត់ថាមួយណាមកដល់ មួយណាកន្លងទៅ ដូច្នេះសូមបង្កើតម្ដងទៀតក្រោយការប្រជុំ។

ក្នុង `process` ដំណាក់កាលដែលខែរបស់វាមានថ្ងៃបង្កើតគេហទំព័រ មានសញ្ញាសម្គាល់។

## ប្រភេទផ្ទាល់ខ្លួន {#own}

ឧបមាថាក្រុងរបស់អ្នកមានផ្សារ ដែលគ្មានប្រភេទណាស្គាល់។

1. ធ្វើថត `kinds/market` នៅក្បែរ `sala.toml`។
2. សរសេរឯកសារ `kind.toml` ក្នុងថតនោះ៖

```toml
KIND_FILE
```

3. សរសេរទំព័រ `content/markets/old.md`៖

```
+++
title = "ផ្សារចាស់"
[market]
stalls = 120
fee = 2000
+++

ផ្សារបើកម៉ោងប្រាំមួយ។
```

4. សរសេរទំព័រសម្រាប់ផ្នែក `content/markets/_index.md` ដែលត្រូវការតែចំណងជើង៖

```
+++
title = "ផ្សារ"
+++
```

5. បង្កើតគេហទំព័រ។ ទំព័រ `markets/old/` បង្ហាញ `តូប` និង `ថ្លៃក្នុងមួយថ្ងៃ` ហើយ `markets/` បង្ហាញផ្សារទាំងអស់ជាតារាង។ ទំព័រភាសាអង់គ្លេស `old.en.md` បង្ហាញស្លាកជាភាសាអង់គ្លេស។

ដើម្បីកែប្រភេទដែលមានស្រាប់ សូមដាក់ `kind.toml` ក្នុងថតដែលមានឈ្មោះដូចវា។ វាជំនួសប្រភេទរបស់រូបរាង (theme)។ នៅក្បែរវាអាចមានគំរូ៖ `page.html` សម្រាប់ទំព័រ `list.html` សម្រាប់ផ្នែករបស់វា និង `leaflet.typ` សម្រាប់[ក្រដាស](#leaflet)។ គំរូទំព័រចាប់ផ្ដើមដោយ `{% extends "page.html" %}` ហើយបំពេញប្លុកមួយ៖

```
TEMPLATE_FILE
```

`list.html` ដែលជំនួសតារាង៖

```
SECTION_FILE
```

`page.facts` គឺអ្វីទាំងអស់តាមលំដាប់ `page.fact` គឺដូចគ្នាតាមឈ្មោះ ហើយ `page.folded` គឺអ្វីដែលនៅក្រោយអត្ថបទ។ អ្វីដែលទំព័រមិនប្រាប់ គ្មានក្នុង `page.fact` ទេ។ ដូច្នេះ សូមសួរដោយ `is defined` ជាមុនសិន លើកលែងតែចន្លោះដែលជា `required`។ អ្វីផ្សេងទៀតដែលគំរូអាចធ្វើបាន មាននៅ[ទំព័រអំពីរូបរាង](@/design.md#own)។ ចំពោះផ្នែក `section.list` ប្រាប់របៀបបង្ហាញទំព័រ ហើយទំព័រនីមួយៗក្នុង `section.pages` មាន `facts` និង `fact`។

គំរូដែលសរសេរប្លុក `main` ដោយខ្លួនឯង ដូចជាគំរូដែលចាប់ផ្ដើមដោយ `base.html` ត្រូវបង្ហាញព័ត៌មានទាំងនេះដែរ៖ `{{ <facts.all page={page} t={t}/> }}`។ បើវាមិនបង្ហាញទេ មានការព្រមាន (W429) ព្រោះអ្នកអាននឹងមិនឃើញម៉ោងធ្វើការ ឬថ្លៃសេវា ដោយគ្មាននរណាដឹង។

ក្នុងបញ្ជីព័ត៌មាន (feed) អ្វីដែល `in_list` ជ្រើស ស្ថិតក្រោមសេចក្ដីសង្ខេបនៃទំព័រ ព្រមទាំងស្លាករបស់វា។ បញ្ជីព័ត៌មានមានតែទំព័រដែលមាន `date`។

### ខិត្តប័ណ្ណផ្ទាល់ខ្លួន {#leaflet}

បើមិនធ្វើអ្វីទេ ខិត្តប័ណ្ណនៃទំព័រប្រភេទនេះប្រាប់ទាំងអស់នៅមុខអត្ថបទ។ ដើម្បីរៀបចំវាដោយខ្លួនឯង សូមដាក់ឯកសារ Typst ឈ្មោះ `leaflet.typ` ក្នុងថតនៃប្រភេទ។ វាមានអនុគមន៍ `leaflet` ដែលទទួលអ្វីដែលទំព័រប្រាប់ជា `d` និងកូដ QR របស់វាជា `qr`៖

```
LEAFLET_FILE
```

`d.facts` គឺអ្វីទាំងអស់តាមលំដាប់ ដែលនីមួយៗមាន `key` `label` `line` (ក្នុងមួយបន្ទាត់) និង `blocks` (ដូចអត្ថបទបង្ហាញ ជាបញ្ជី ឬតារាង)។ `fact(d, "fee")` គឺមួយក្នុងចំណោមវា ឬ `none` បើទំព័រមិនប្រាប់។ `d.blocks` មានវាដែរ តែ `without-facts(d)` គ្មានទេ។ `d.format` គឺទម្រង់ដែលទំព័រសុំ ហើយ `d.page` គឺទំហំទំព័រគិតជាមីលីម៉ែត្រ។ ទំព័រ ក្រដាស និងការបត់ នៅតែតាមទម្រង់។

បើមានគំរូច្រើន គំរូដំបូងក្នុងបញ្ជីនេះរៀបចំខិត្តប័ណ្ណ៖

1. `kinds/market/leaflet.typ` របស់យុទ្ធនាការ
2. `kinds/market/leaflet.typ` របស់រូបរាង
3. គំរូនៃទម្រង់ `leaflet/a4.typ`

គំរូដែលអានមិនបាន ត្រូវបានប្រាប់ព្រមទាំងបន្ទាត់ ទោះមានទំព័រសុំខិត្តប័ណ្ណ ឬអត់ក៏ដោយ។ អ្វីដែលទំព័រប្រាប់ តែខិត្តប័ណ្ណរំលង ក៏ត្រូវបានប្រាប់ដែរ។

### ចន្លោះមួយអាចប្រាប់អ្វី {#fields}

| ពាក្យ | ន័យ |
|:--|:--|
| `label` | អ្វីដែលអ្នកអានឃើញនៅមុខវា ត្រូវតែមាន |
| `holds` | វាផ្ទុកអ្វី ដូចខាងក្រោម ត្រូវតែមាន |
| `means` | អ្វីដែលអ្នកសរសេរត្រូវសរសេរនៅទីនេះ |
| `required` | ថាតើទំព័រនីមួយៗត្រូវតែប្រាប់វាឬទេ |
| `many` | ថាតើអាចមានច្រើន ជាបញ្ជីឬទេ |
| `in_list` | ថាតើបញ្ជីបង្ហាញវាឬទេ |
| `folded` | ថាតើវានៅក្រោយអត្ថបទឬទេ៖ បត់លើទំព័រ ហើយនៅទំព័រផ្ទាល់ខ្លួនចុងខិត្តប័ណ្ណ |
| `words` | ចំពោះ `choice`៖ ពាក្យដែលអ្នកសរសេរប្រើ និងអ្វីដែលអ្នកអានឃើញ |
| `columns` | ចំពោះ `rows`៖ អ្វីដែលជួរដេកនីមួយៗប្រាប់ ជាចន្លោះ |

| `holds` | អ្វីដែលអ្នកសរសេរត្រូវសរសេរ |
|:--|:--|
HOLDS
`list` គឺ `cards` `table` `matrix` ឬ `calendar`។ តារាងមិនបង្ហាញជួរឈរដែលគ្មានទំព័រណាមួយនិយាយអ្វីឡើយ។ `matrix` ប្រាប់ក្នុង `by` នូវ `choice` ដែលពាក្យរបស់វាជាជួរឈរ។ ប្រភេទដែលមាន `[calendar]` ប្រាប់ក្នុងនោះនូវចន្លោះ `start` `end` និង `place`។ ទំព័រនីមួយៗរបស់វាទទួលបាន `event.ics`។

## ប្រភេទដែលមាន {#kinds}
"#;

fn said(holds: FieldHolds) -> (&'static str, &'static str) {
    match holds {
        FieldHolds::Text => ("text, without Markdown", "អត្ថបទ គ្មាន Markdown"),
        FieldHolds::Steps => ("a list of texts in order", "បញ្ជីអត្ថបទតាមលំដាប់"),
        FieldHolds::Number => ("a whole number", "លេខគត់"),
        FieldHolds::Riel => (
            "an amount of riel, in digits; `0` is shown as “free”",
            "ទឹកប្រាក់ជារៀល ជាលេខ។ `0` បង្ហាញថា «មិនគិតថ្លៃ»",
        ),
        FieldHolds::Day => ("a day", "ថ្ងៃ"),
        FieldHolds::Moment => ("a day, with an hour or without one", "ថ្ងៃ មានម៉ោង ឬគ្មានម៉ោង"),
        FieldHolds::Month => ("the number of a month, `1` to `12`", "លេខខែ ពី `1` ដល់ `12`"),
        FieldHolds::Truth => ("`true` or `false`", "`true` ឬ `false`"),
        FieldHolds::Choice => ("one of the `words`", "ពាក្យណាមួយក្នុង `words`"),
        FieldHolds::Link => (
            "a page, a file or a web address",
            "ទំព័រ ឯកសារ ឬអាសយដ្ឋានគេហទំព័រ",
        ),
        FieldHolds::Place => ("the code of a place", "លេខកូដទីកន្លែង"),
        FieldHolds::Phone => ("a telephone number", "លេខទូរសព្ទ"),
        FieldHolds::Dataset => ("the name of a table in `data`", "ឈ្មោះតារាងក្នុង `data`"),
        FieldHolds::Contact => ("an `id` in a table of contacts", "`id` ក្នុងតារាងទំនាក់ទំនង"),
        FieldHolds::Rows => (
            "tables with the `columns`: `[{ stage = \"…\" }, …]`",
            "តារាងដែលមាន `columns`៖ `[{ stage = \"…\" }, …]`",
        ),
    }
}

fn in_language((en, km): (&'static str, &'static str), language: MessageLanguage) -> &'static str {
    match language {
        MessageLanguage::English => en,
        MessageLanguage::Khmer => km,
    }
}

fn text(of: &Localised, language: MessageLanguage) -> String {
    let [km, en] = ["km", "en"].map(Language::new);
    let text = match language {
        MessageLanguage::English => of.get(&en, &km),
        MessageLanguage::Khmer => of.get(&km, &en),
    };
    text.to_owned()
}

fn page(kinds: &Kinds, language: MessageLanguage) -> String {
    let say = |en, km| in_language((en, km), language);
    let mut holds = String::new();
    for one in FieldHolds::ALL {
        let _ = writeln!(
            holds,
            "| `{}` | {} |",
            one.word(),
            in_language(said(one), language)
        );
    }
    let mut page = say(ENGLISH, KHMER)
        .replace("HOLDS", &holds)
        .replace("KIND_FILE", KIND_FILE)
        .replace("TEMPLATE_FILE", TEMPLATE_FILE)
        .replace("SECTION_FILE", SECTION_FILE)
        .replace("LEAFLET_FILE", LEAFLET_FILE);
    for kind in kinds.iter() {
        let _ = write!(
            page,
            "\n### {0}{8} `{1}` {{#{2}}}\n\n{3}{4}\n\n| {5} | {6} | {7} |\n|:--|:--|:--|\n",
            text(&kind.label, language),
            kind.name,
            kind.name.replace('_', "-"),
            text(&kind.description, language),
            say(".", "។"),
            say("Key", "ពាក្យ"),
            say("What it holds", "មានអ្វី"),
            say("Meaning", "ន័យ"),
            say(":", "៖"),
        );
        rows(kind, language, &mut page);
    }
    page
}

fn rows(kind: &Kind, language: MessageLanguage, page: &mut String) {
    for field in &kind.fields {
        row(field, "", language, page);
        for column in &field.columns {
            row(column, &format!("{}.", field.key), language, page);
        }
    }
}

fn row(field: &Field, before: &str, language: MessageLanguage, page: &mut String) {
    let say = |en, km| in_language((en, km), language);
    let mut holds = match field.holds {
        FieldHolds::Choice => {
            let words = field.words.iter().map(|(word, _)| format!("`{word}`"));
            words.collect::<Vec<_>>().join(" ")
        }
        other => format!("`{}`", other.word()),
    };
    if field.many && !matches!(field.holds, FieldHolds::Steps | FieldHolds::Rows) {
        holds.push_str(say(", several", " ច្រើន"));
    }
    if field.required {
        holds.push_str(say(", must be there", " ត្រូវតែមាន"));
    }
    let means = text(&field.means, language);
    let _ = writeln!(page, "| `{before}{}` | {holds} | {means} |", field.key);
}

fn built_in() -> Kinds {
    let toml = "base_url = 'https://example.org/'\n[languages.km]\n[languages.en]\n";
    let files = Files::in_memory([(config::FILE, toml)]);
    let mut report = Report::new();
    let config = config::load(&files, &mut report).expect("a configuration");
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/kinds");
    let mut files = Vec::new();
    for folder in std::fs::read_dir(theme).expect("the kinds of the theme") {
        let folder = folder.expect("a folder").path();
        let name = folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(folder.join("kind.toml")).expect("a kind");
        files.push((format!("kinds/{name}/kind.toml"), text));
    }
    let kinds = kinds::load(&Files::in_memory(files), &config, &mut report);
    kinds.expect("the kinds of the theme are right")
}

#[test]
fn the_handbook_lists_what_pages_of_every_kind_say() {
    let kinds = built_in();
    for (file, language) in [
        ("kinds.en.md", MessageLanguage::English),
        ("kinds.md", MessageLanguage::Khmer),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("docs/content")
            .join(file);
        let page = page(&kinds, language);
        if std::env::var_os("SALA_ACCEPT").is_some() {
            std::fs::write(&path, &page).expect("the page is written");
            continue;
        }
        let accepted = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(accepted == page, "-- {file}\n{accepted}\n-- got\n{page}");
    }
}

#[test]
fn every_field_of_the_theme_says_in_both_languages_what_it_is() {
    let both = |text: &Localised| match text {
        Localised::Each(texts) => ["km", "en"].iter().all(|tag| texts.contains_key(*tag)),
        _ => false,
    };
    for kind in built_in().iter() {
        assert!(both(&kind.label) && both(&kind.plural) && both(&kind.description));
        let columns = kind.fields.iter().flat_map(|field| &field.columns);
        for field in kind.fields.iter().chain(columns) {
            let words = field.words.iter().all(|(_, label)| both(label));
            let is_said = both(&field.label) && both(&field.means) && words;
            assert!(is_said, "{} {}", kind.name, field.key);
        }
    }
}
