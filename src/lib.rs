//! `sala` compiles Markdown and budget tables into Khmer campaign sites and printable leaflets.
