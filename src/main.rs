//! The `sala` command.

fn main() {}
