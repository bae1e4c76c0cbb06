//! HTML with an author's raw HTML in it → whether a browser makes something much larger of it.
//!
//! Formatting that is left open (`<b title="…">`, never closed) is opened anew in every paragraph after
//! it, with all its attributes: what an author typed in a minute becomes a page of many megabytes on
//! each phone. And elements that stand in each other without end make
//! every look upwards long. Only the rules by which browsers read HTML can tell, so they are
//! followed here, but nothing is kept of what they make: it is counted.

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, local_name, ns, parse_fragment};
use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

/// How deep elements may stand in each other, the blocks of Markdown around them included.
pub(super) const DEEPEST: usize = 256;
/// By how many bytes a page may be larger than four times what was written.
const LARGEST_GROWTH: usize = 1 << 20;
/// So much is read before the next look at what came of it.
const PIECE: usize = 64;

/// Why HTML is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Harm {
    Grows,
    TooDeep,
}

/// Looks whether `html`, of which `raw` bytes are an author's, does harm.
pub(super) fn harm(html: &str, raw: usize) -> Option<Harm> {
    let tags = memchr::memchr_iter(b'<', html.as_bytes()).count();
    // `<b>` is the shortest element; every tag can open each of them anew.
    if raw.saturating_mul(tags) <= LARGEST_GROWTH && raw / 3 < DEEPEST / 2 {
        return None;
    }
    let counted = Counted::default();
    let mut parser = parse_fragment(
        counted.clone(),
        ParseOpts::default(),
        QualName::new(None, ns!(html), local_name!("div")),
        Vec::new(),
        false,
    );
    let most = html.len().saturating_mul(4) + LARGEST_GROWTH;
    let mut rest = html;
    while !rest.is_empty() {
        let mut end = PIECE.min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (piece, after) = rest.split_at(end);
        parser.process(StrTendril::from_slice(piece));
        rest = after;
        if counted.0.weight.get() > most {
            return Some(Harm::Grows);
        }
        if counted.0.deepest.get() > DEEPEST {
            return Some(Harm::TooDeep);
        }
    }
    None
}

#[derive(Clone, Default)]
struct Counted(Rc<Count>);

#[derive(Default)]
struct Count {
    /// The bytes of all elements made.
    weight: Cell<usize>,
    deepest: Cell<usize>,
}

/// An element, or anything else that stands in one.
#[derive(Clone)]
struct Node(Rc<(QualName, Cell<usize>)>);

impl Node {
    fn of(name: QualName) -> Node {
        Node(Rc::new((name, Cell::new(0))))
    }

    fn depth(&self) -> usize {
        self.0.1.get()
    }
}

impl Counted {
    fn stands_in(&self, child: &NodeOrText<Node>, depth: usize) {
        if let NodeOrText::AppendNode(node) = child {
            node.0.1.set(depth);
            let deepest = self.0.deepest.get().max(depth);
            self.0.deepest.set(deepest);
        }
    }
}

impl TreeSink for Counted {
    type Handle = Node;
    type Output = ();
    type ElemName<'a> = html5ever::ExpandedName<'a>;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Node {
        Node::of(QualName::new(None, ns!(), local_name!("")))
    }

    fn elem_name<'a>(&'a self, target: &'a Node) -> html5ever::ExpandedName<'a> {
        target.0.0.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Node {
        let attributes = attributes
            .iter()
            .map(|one| one.name.local.len() + one.value.len() + 4);
        let own = 2 * name.local.len() + 5 + attributes.sum::<usize>();
        self.0.weight.set(self.0.weight.get().saturating_add(own));
        Node::of(name)
    }

    fn create_comment(&self, _: StrTendril) -> Node {
        self.get_document()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Node {
        self.get_document()
    }

    fn append(&self, parent: &Node, child: NodeOrText<Node>) {
        self.stands_in(&child, parent.depth() + 1);
    }

    fn append_based_on_parent_node(&self, element: &Node, _: &Node, child: NodeOrText<Node>) {
        self.stands_in(&child, element.depth());
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Node) -> Node {
        target.clone()
    }

    fn same_node(&self, one: &Node, other: &Node) -> bool {
        Rc::ptr_eq(&one.0, &other.0)
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Node, child: NodeOrText<Node>) {
        self.stands_in(&child, sibling.depth());
    }

    fn add_attrs_if_missing(&self, _: &Node, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, _: &Node) {}

    fn reparent_children(&self, _: &Node, _: &Node) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Option<Harm> {
        harm(html, html.len())
    }

    #[test]
    fn formatting_left_open_is_no_page() {
        let opened: String = (0..200)
            .map(|n| format!("<b title=\"{n}\">x</p><p>"))
            .collect();
        assert_eq!(
            of(&format!("<p>{opened}{}", "x</p><p>".repeat(2000))),
            Some(Harm::Grows)
        );
        let long = format!("<p><i title=\"{}\">x", "a".repeat(50_000));
        assert_eq!(
            of(&format!("{long}{}", "</p><p>x".repeat(100))),
            Some(Harm::Grows)
        );
        let cells = format!("<table>{}", "x<tr>".repeat(20_000));
        let formatting: String = (0..60).map(|n| format!("<u title=\"{n}\">")).collect();
        assert_eq!(
            of(&format!("<div>{formatting}</div>{cells}")),
            Some(Harm::Grows)
        );
    }

    #[test]
    fn elements_without_end_are_no_page() {
        assert_eq!(of(&"<div>".repeat(1000)), Some(Harm::TooDeep));
        assert_eq!(of(&"<ul><li>".repeat(1000)), Some(Harm::TooDeep));
    }

    #[test]
    fn what_people_write_is_no_harm() {
        let one = "<details><summary>ទឹក</summary><p>x <b>y</b> <small>z</small></p></details>";
        assert_eq!(of(&one.repeat(2000)), None);
        assert_eq!(
            of(&format!(
                "<div><del>{}</del></div>",
                "<p>x</p>".repeat(9000)
            )),
            None
        );
        assert_eq!(of(&"<ul><li>x<li>y</ul><p>a<p>b".repeat(2000)), None);
        assert_eq!(of(&format!("<p><b>{}", "x</p><p>".repeat(9000))), None);
    }
}
