//! Tables, declarations and what pages ask of them, of one construct many times.

use super::{ALONE, Construct, Files, faster_than_their_size, file, of};
use std::fmt::Write;

/// Lines, one for each number.
fn lines(times: usize, line: impl Fn(usize) -> String) -> String {
    (0..times).fold(String::new(), |mut all, number| {
        writeln!(all, "{}", line(number)).expect("text takes text");
        all
    })
}

fn list(times: usize, item: impl Fn(usize) -> String) -> String {
    (0..times).map(item).collect::<Vec<_>>().join(", ")
}

/// A table with its declaration.
fn table(name: &str, declaration: &str, rows: String) -> Files {
    let toml = file(&format!("data/{name}.toml"), declaration.to_owned());
    vec![toml, file(&format!("data/{name}.csv"), rows)]
}

fn categories(rows: String) -> Files {
    table("c", "kind = 'categories'\n", rows)
}

const SOURCE: &str = "[[source]]\nid = 's'\ntitle = 's'\n";

/// A budget of one year and phase; `place` is a line of its constants, or nothing.
fn budget(settings: &str, place: &str, rows: String) -> Files {
    let declaration = format!(
        "kind = 'budget'\ntitle = 't'\n{settings}[constants]\n{place}year = '2025'\nphase = 'approved'\n\
         direction = 'expenditure'\n{SOURCE}"
    );
    table("b", &declaration, rows)
}

const NATION: &str = "place = 'KH'\n";

fn with(files: Files, more: Files) -> Files {
    files.into_iter().chain(more).collect()
}

fn page(text: String) -> Files {
    vec![file(
        "content/p.md",
        format!("+++\ntitle = 't'\n+++\n{text}"),
    )]
}

/// Pages of a hundred lines each, so that what they ask for is more than what they are.
fn pages(times: usize, line: impl Fn(usize) -> String) -> Files {
    let first = (0..times).step_by(100);
    let pages = first.map(|first| {
        let all = lines(100.min(times - first), |number| line(first + number));
        let text = format!("+++\ntitle = 't'\n+++\n{all}");
        file(&format!("content/p{first}.md"), text)
    });
    pages.collect()
}

/// Pages of the rows of the table `t`.
fn pages_of_rows(settings: &str, text: &str) -> Files {
    let each = format!("[each]\ndataset = 't'\nslug = '{{id}}'\n{settings}");
    let text = format!("+++\ntitle = '{{id}}'\n{each}+++\n{text}\n");
    vec![file("content/_each.md", text)]
}

fn codes(times: usize, columns: &str, cells: impl Fn(usize) -> String) -> String {
    format!(
        "code,label_km,{columns}\n{}",
        lines(times, |i| format!("c{i},ក,{}", cells(i)))
    )
}

/// What was quadratic once, or could be.
static GROWING: &[Construct] = &[
    of("a circle of categories", 12_000, |n| {
        categories(format!(
            "code,parent,label_km\n{}",
            lines(n, |i| format!("c{i},c{},ក", (i + 1) % n))
        ))
    }),
    of("circles of two categories", 12_000, |n| {
        categories(format!(
            "code,parent,label_km\n{}",
            lines(n, |i| format!("c{i},c{},ក", i ^ 1))
        ))
    }),
    of("a chain of headings above a figure", 8_000, |n| {
        let above = |i: usize| {
            i.checked_sub(1)
                .map_or(String::new(), |above| format!("c{above}"))
        };
        let kind = |i| if i + 1 == n { "line" } else { "heading" };
        let rows = lines(n, |i| format!("c{i},{},{},ក", above(i), kind(i)));
        let figures = budget(
            "categories = 'c'\n",
            NATION,
            format!("code,amount\nc{},5\n", n - 1),
        );
        let shown = page("{{ budget_table(dataset=\"b\") }}\n".to_owned());
        let categories = categories(format!("code,parent,kind,label_km\n{rows}"));
        with(with(categories, figures), shown)
    }),
    of("figures below a chain of headings", 8_000, |n| {
        let above = |i: usize| {
            i.checked_sub(1)
                .map_or(String::new(), |above| format!("h{above}"))
        };
        let headings = lines(n, |i| format!("h{i},{},heading,ក", above(i)));
        let leaves = lines(n, |i| format!("c{i},h{},line,ក", n - 1));
        let figures = budget(
            "categories = 'c'\n",
            NATION,
            codes(n, "amount", |_| "1".to_owned())
                .replace("label_km,", "")
                .replace(",ក,", ","),
        );
        with(
            categories(format!("code,parent,kind,label_km\n{headings}{leaves}")),
            figures,
        )
    }),
    of("parts of a total", 8_000, |n| {
        let rows = format!(
            "code,parent,label_km,amount\nT,,ក,{n}\n{}",
            lines(n, |i| format!("c{i},T,ក,1"))
        );
        let shown = page("{{ budget_table(dataset=\"b\") }}\n".to_owned());
        with(budget("", NATION, rows), shown)
    }),
    of("bars of a chart", 8_000, |n| {
        let shown = page("{{ budget_chart(dataset=\"b\") }}\n".to_owned());
        with(
            budget("", NATION, codes(n, "amount", |i| i.to_string())),
            shown,
        )
    }),
    of("a total of many places and parts", 8_000, |n| {
        let parts = categories(format!(
            "code,parent,label_km\nT,,ក\n{}",
            lines(n, |i| format!("c{i},T,ក"))
        ));
        let rows = format!("place,code,amount\n{}", lines(n, |i| format!("p{i},T,5")));
        with(parts, budget("categories = 'c'\n", "", rows))
    }),
    of("funds of a figure", 8_000, |n| {
        let rows = format!(
            "code,label_km,fund,amount\n{}",
            lines(n, |i| format!("c,ក,f{i},1"))
        );
        let asked = "{{ amount(dataset=\"b\", code=\"c\") }}\n\n".repeat(n / 4);
        with(budget("", NATION, rows), page(asked))
    }),
    of("functions of a figure", 8_000, |n| {
        let functions = format!(
            "code,parent,label_km\nT,,ក\n{}",
            lines(n, |i| format!("f{i},T,ក"))
        );
        let rows = format!(
            "code,label_km,f,amount\n{}",
            lines(n, |i| format!("c,ក,f{i},1"))
        );
        let asked = "{{ amount(dataset=\"b\", by=\"f\", code=\"T\") }}\n\n".repeat(n / 4);
        let settings = "[dimensions]\nf = 'c'\n";
        with(
            categories(functions),
            with(budget(settings, NATION, rows), page(asked)),
        )
    }),
    of("figures without a function", 8_000, |n| {
        let functions = categories("code,label_km\nf,ក\n".to_owned());
        let rows = format!(
            "code,parent,label_km,f,amount\nx,,ក,f,1\n{}",
            lines(n, |i| format!("c{i},c{},ក,,1", i + 1))
        );
        let shown = page("{{ budget_table(dataset=\"b\", by=\"f\") }}\n".to_owned());
        with(
            functions,
            with(budget("[dimensions]\nf = 'c'\n", NATION, rows), shown),
        )
    }),
    of("notes", 8_000, |n| {
        let shown = page("{{ budget_table(dataset=\"b\") }}\n".to_owned());
        with(
            budget(
                "",
                NATION,
                codes(n, "note_km,amount", |i| format!("ណ{i},1")),
            ),
            shown,
        )
    }),
    of("amounts on a page", 4_000, |n| {
        let asked = lines(n, |i| {
            format!("{{{{ amount(dataset=\"b\", code=\"c{i}\") }}}}\n")
        });
        with(
            budget("", NATION, codes(n, "amount", |_| "1".to_owned())),
            page(asked),
        )
    }),
    of("amounts of codes that there are not", 4_000, |n| {
        let asked = pages(n, |i| {
            format!("{{{{ amount(dataset=\"b\", code=\"x{i}\") }}}}\n")
        });
        with(
            budget("", NATION, codes(n, "amount", |_| "1".to_owned())),
            asked,
        )
    }),
    of("amounts of places that there are not", 4_000, |n| {
        let rows = format!(
            "place,code,label_km,amount\n{}",
            lines(n, |i| format!("p{i},c,ក,1"))
        );
        let asked = pages(n, |i| {
            format!("{{{{ amount(dataset=\"b\", code=\"c\", place=\"q{i}\") }}}}\n")
        });
        with(budget("", "", rows), asked)
    }),
    of("tables of places on a page", 4_000, |n| {
        let rows = format!(
            "place,code,label_km,amount\n{}",
            lines(n, |i| format!("p{i},c,ក,1"))
        );
        let asked = lines(n, |i| {
            format!("{{{{ budget_table(dataset=\"b\", place=\"p{i}\") }}}}\n")
        });
        with(budget("", "", rows), page(asked))
    }),
    of("measures on a page", 2_000, |n| {
        let codes = |i| format!("t{i},,ក,2,1\na{i},t{i},ក,1,1\nb{i},t{i},ក,1,0");
        let rows = format!(
            "code,parent,label_km,2025 planned,2025 actual\n{}",
            lines(n, codes)
        );
        let settings = "[constants]\ndirection = 'expenditure'\nplace = 'KH'\n";
        let declaration = format!("kind = 'budget'\ntitle = 't'\n{settings}{SOURCE}");
        let asked = lines(n, |i| {
            format!(
                "{{{{ of_100(dataset=\"b\", code=\"t{i}\", phase=\"planned\") }}}}\n\n\
                 {{{{ compare(dataset=\"b\", code=\"t{i}\", phase=\"actual\") }}}}\n\n\
                 {{{{ per_person(dataset=\"b\", code=\"t{i}\", phase=\"actual\") }}}}\n"
            )
        });
        with(table("b", &declaration, rows), page(asked))
    }),
    of("codes that are others in the next year", 2_000, |n| {
        let ties = lines(n, |i| {
            format!("a{i},2024,b{i},2025\na{i},2024,b{},2025", (i + 1) % n)
        });
        let ties = format!("from,from_year,to,to_year\n{ties}");
        let figures = lines(n, |i| format!("2024,a{i},1\n2025,b{i},2"));
        let settings = "[constants]\ndirection = 'expenditure'\nplace = 'KH'\nphase = 'approved'\n";
        let declaration =
            format!("kind = 'budget'\ntitle = 't'\nconcordance = 'k'\n{settings}{SOURCE}");
        let asked = "{{ budget_chart(dataset=\"b\", type=\"trend\") }}\n\n\
                     {{ what_changed(dataset=\"b\", year=2025, with_year=2024) }}\n"
            .to_owned();
        let budget = table("b", &declaration, format!("year,code,amount\n{figures}"));
        let concordance = table("k", &format!("kind = 'concordance'\n{SOURCE}"), ties);
        with(with(budget, concordance), page(asked))
    }),
    of("comparisons of codes that were renamed", 2_000, |n| {
        let ties = lines(n, |i| format!("a{i},2024,b{i},2025"));
        let ties = format!("from,from_year,to,to_year\n{ties}");
        let figures = lines(n, |i| format!("2024,a{i},1\n2025,b{i},2"));
        let settings = "[constants]\ndirection = 'expenditure'\nplace = 'KH'\nphase = 'approved'\n";
        let declaration =
            format!("kind = 'budget'\ntitle = 't'\nconcordance = 'k'\n{settings}{SOURCE}");
        let asked = lines(n, |i| {
            format!("{{{{ compare(dataset=\"b\", code=\"b{i}\", year=2025, with_year=2024) }}}}\n")
        });
        let budget = table("b", &declaration, format!("year,code,amount\n{figures}"));
        let concordance = table("k", &format!("kind = 'concordance'\n{SOURCE}"), ties);
        with(with(budget, concordance), page(asked))
    }),
    of("changes of places after approval", 4_000, |n| {
        let changes = lines(n, |i| format!("p{i},2025,c,1,why"));
        let changes = format!("place,year,category,amount,reason\n{changes}");
        let rows = lines(n, |i| format!("p{i},c,1000,1001"));
        let rows = format!("place,code,2025 approved,2025 revised\n{rows}");
        let declaration = format!(
            "kind = 'budget'\ntitle = 't'\nadjustments = 'k'\n[constants]\n\
             direction = 'expenditure'\n{SOURCE}"
        );
        let asked = lines(n, |i| {
            format!("{{{{ budget_table(dataset=\"b\", place=\"p{i}\") }}}}\n")
        });
        let adjustments = table("k", &format!("kind = 'adjustments'\n{SOURCE}"), changes);
        with(
            with(table("b", &declaration, rows), adjustments),
            page(asked),
        )
    }),
    of("headings below a total", 4_000, |n| {
        let above = |i: usize| match i {
            0 => "T".to_owned(),
            _ => format!("h{}", i - 1),
        };
        let headings = lines(n, |i| format!("h{i},{},heading,ក", above(i)));
        let last = format!("c,h{},line,ក\n", n - 1);
        let categories = categories(format!(
            "code,parent,kind,label_km\nT,,total,ក\n{headings}{last}"
        ));
        let shown = page("{{ of_100(dataset=\"b\", code=\"T\") }}\n\n".repeat(20));
        let figures = "code,amount\nT,5\nc,5\n".to_owned();
        with(
            with(categories, budget("categories = 'c'\n", NATION, figures)),
            shown,
        )
    }),
    of("parents of categories that there are not", 12_000, |n| {
        categories(format!(
            "code,parent,label_km\n{}",
            lines(n, |i| format!("code{i},kode{i},ក"))
        ))
    }),
    of("codes that no category explains", 12_000, |n| {
        let known = categories(format!(
            "code,label_km\n{}",
            lines(n, |i| format!("code{i},ក"))
        ));
        let rows = format!("code,amount\n{}", lines(n, |i| format!("kode{i},1")));
        with(known, budget("categories = 'c'\n", NATION, rows))
    }),
    of("places that there are not", 12_000, |n| {
        let known = format!("code,name_km\n{}", lines(n, |i| format!("{i:08},ក")));
        let rows = format!(
            "place,code,label_km,amount\n{}",
            lines(n, |i| format!("{:08},c,ក,1", i + 50_000_000))
        );
        let places = table("p", "kind = 'places'\ntype = 'commune'\n", known);
        with(places, budget("", "", rows))
    }),
    of("parents of places that there are not", 12_000, |n| {
        let rows = lines(n, |i| format!("{i:08},{:08},ក", i + 50_000_000));
        table(
            "p",
            "kind = 'places'\ntype = 'commune'\n",
            format!("code,parent,name_km\n{rows}"),
        )
    }),
    of("places above each other", 12_000, |n| {
        let rows = lines(n, |i| format!("p{i},p{},ក", (i + 1) % n));
        table(
            "p",
            "kind = 'places'\ntype = 'commune'\n",
            format!("code,parent,name_km\n{rows}"),
        )
    }),
    of("columns", 16_000, |n| {
        let headers = list(n, |i| format!("column{i}"));
        table(
            "t",
            "kind = 'table'\n",
            format!("{headers}\n{}\n", list(n, |_| "1".to_owned())),
        )
    }),
    of("columns of one name", 16_000, |n| {
        let headers = list(n, |_| "a".to_owned());
        table(
            "t",
            "kind = 'table'\n",
            format!("{headers}\n{}\n", list(n, |_| "1".to_owned())),
        )
    }),
    of("columns with names of their own", 8_000, |n| {
        let named = lines(n, |i| format!("own{i} = 'column{i}'"));
        let headers = list(n, |i| format!("column{i}"));
        table(
            "t",
            &format!("kind = 'table'\n[columns]\n{named}"),
            format!("{headers}\n"),
        )
    }),
    of("columns that there are not", 8_000, |n| {
        let named = lines(n, |i| format!("own{i} = 'kolumn{i}'"));
        let headers = list(n, |i| format!("column{i}"));
        table(
            "t",
            &format!("kind = 'table'\n[columns]\n{named}"),
            format!("{headers}\n"),
        )
    }),
    of("columns of a schema that there are not", 8_000, |n| {
        let named = lines(n, |i| format!("[[column]]\nname = 'kolumn{i}'"));
        let headers = list(n, |i| format!("column{i}"));
        table(
            "t",
            &format!("kind = 'table'\n{named}"),
            format!("{headers}\n"),
        )
    }),
    of("columns of a template that there are not", 4_000, |n| {
        let headers = list(n, |i| format!("column{i}"));
        let cells = list(n, |_| "1".to_owned());
        let rows = table(
            "t",
            "kind = 'table'\n",
            format!("id,{headers}\nx,{cells}\n"),
        );
        let each = "+++\ntitle = '{id}'\n[each]\ndataset = 't'\nslug = '{id}'\n+++\n".to_owned();
        let text = each + &lines(n, |i| format!("{{kolumn{i}}}"));
        with(rows, vec![file("content/_each.md", text)])
    }),
    of(
        "values that rows are asked for and do not say",
        4_000,
        |n| {
            let rows = format!("id\n{}", lines(n, |i| format!("x{i}")));
            let asked = list(n, |i| format!("'y{i}', 'x{i}'"));
            let each = format!("where = {{ id = [{asked}] }}\n");
            with(
                table("t", "kind = 'table'\n", rows),
                pages_of_rows(&each, ""),
            )
        },
    ),
    of("rows that share pages, in order", 8_000, |n| {
        let rows = format!("id,own\n{}", lines(n, |i| format!("x{},{i}", i / 10)));
        with(
            table("t", "kind = 'table'\n", rows),
            pages_of_rows(
                "group_by = 'id'\nsort_by = '-own'\n",
                "{{ rows(columns=\"id, own\") }}",
            ),
        )
    }),
    of("places with pages", 3_000, |n| {
        let rows = lines(n, |i| match i % 50 {
            0 => format!("x{i},,province,ក,{i},x{i}"),
            _ => format!("x{i},x{},commune,ខ,{i},x{i}", i - i % 50),
        });
        let rows = format!("code,parent,type,name_km,population,id\n{rows}");
        with(
            table("t", "kind = 'places'\ntitle = 't'\n", rows),
            pages_of_rows("", "{{ place_finder(place=\"x0\") }}"),
        )
    }),
    of("rows that are left out", 12_000, |n| {
        let skipped = format!("skip_rows = [{}]\n", list(n, |i| (i + 2).to_string()));
        budget(&skipped, NATION, codes(n, "amount", |_| "1".to_owned()))
    }),
    of("sources", 8_000, |n| {
        let sources = lines(n, |i| format!("[[source]]\nid = 's{i}'\ntitle = 't'"));
        let files = budget("", NATION, codes(n, "amount,source", |i| format!("1,s{i}")));
        let declared = |(path, text): (String, String)| (path, text.replace(SOURCE, &sources));
        files.into_iter().map(declared).collect()
    }),
    of("codes that are tolerated", 8_000, |n| {
        let tolerated = format!("tolerate = [{}]\n", list(n, |_| "'E06'".to_owned()));
        budget(&tolerated, NATION, codes(n, "amount", |_| "x".to_owned()))
    }),
    of("rows of one key", 12_000, |n| {
        budget(
            "",
            NATION,
            format!("code,label_km,amount\n{}", "c,ក,1\n".repeat(n)),
        )
    }),
    of("contacts that there are not", 4_000, |n| {
        let contacts = file(
            "data/contacts.csv",
            format!("id,name_km\n{}", lines(n, |i| format!("contact{i},ក"))),
        );
        let asked = pages(n, |i| format!("{{{{ contact(id=\"kontact{i}\") }}}}\n"));
        with(vec![contacts], asked)
    }),
    of("pages that there are not", 3_000, |n| {
        let there = (0..n).map(|i| file(&format!("content/page{i}.md"), "# ក\n".to_owned()));
        let linked = pages(n, |i| format!("[ក](@/paje{i}.md)\n"));
        with(there.collect(), linked)
    }),
    of("tables that are not described", 3_000, |n| {
        let described =
            (0..n).map(|i| file(&format!("data/a{i}.toml"), "kind = 'table'\n".to_owned()));
        let tables = (0..n).map(|i| file(&format!("data/b{i}.csv"), "a\n1\n".to_owned()));
        with(described.collect(), tables.collect())
    }),
];

#[test]
fn tables_take_a_time_that_grows_as_they_do() {
    let _alone = ALONE.lock();
    let wrong = faster_than_their_size("", GROWING);
    assert!(wrong.is_empty(), "hundredths of a second for {wrong:#?}");
}
