//! Markdown with front matter → page sources: typed front matter and a [`block::Document`].
//!
//! It knows the configuration, but no page knows another yet: links are as written.

pub mod block;
