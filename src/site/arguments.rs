//! The arguments of a component call: read by name, checked, the unknown ones reported.

use crate::content::block::{Argument, ArgumentValue, ComponentCall};
use crate::diagnostic::{Diagnostic, Report, codes};

/// The arguments of one call, for a component that knows `known` of them.
pub(super) struct Arguments<'call> {
    call: &'call ComponentCall,
    known: &'static [&'static str],
    found: Report,
}

impl<'call> Arguments<'call> {
    /// Reports every argument that the component does not know.
    pub(super) fn of(call: &'call ComponentCall, known: &'static [&'static str]) -> Self {
        let mut found = Report::new();
        for argument in &call.arguments {
            if !known.contains(&argument.name.as_str()) {
                found.push(
                    Diagnostic::new(&codes::site::NO_ARGUMENT, argument.place.clone())
                        .with("component", &call.name)
                        .with("name", &argument.name)
                        .with_list("known", known)
                        .did_you_mean(&argument.name, known),
                );
            }
        }
        Arguments { call, known, found }
    }

    /// The argument as written, if it was.
    pub(super) fn written(&self, name: &str) -> Option<&'call Argument> {
        debug_assert!(self.known.contains(&name), "{name} is not among the known");
        self.call
            .arguments
            .iter()
            .find(|argument| argument.name == name)
    }

    /// The argument's text, if it was written.
    pub(super) fn text(&mut self, name: &'static str) -> Option<&'call str> {
        let argument = self.written(name)?;
        if let ArgumentValue::Text(text) = &argument.value {
            return Some(text);
        }
        self.wrong(argument, "text in quotes");
        None
    }

    /// The argument's text; its absence is reported.
    pub(super) fn required(&mut self, name: &'static str) -> Option<&'call str> {
        if self.written(name).is_none() {
            self.found.push(
                Diagnostic::new(&codes::site::MISSING_ARGUMENT, self.call.place.clone())
                    .with("component", &self.call.name)
                    .with("name", name),
            );
        }
        self.text(name)
    }

    /// The argument as a fiscal year.
    pub(super) fn year(&mut self, name: &'static str) -> Option<i16> {
        let argument = self.written(name)?;
        let year = match &argument.value {
            ArgumentValue::Integer(year) => i16::try_from(*year).ok(),
            _ => None,
        };
        if !year.is_some_and(|year| (2000..=2100).contains(&year)) {
            self.wrong(argument, "a year such as 2026, without quotes");
            return None;
        }
        year
    }

    /// One of the words that `read` understands.
    pub(super) fn word<T>(
        &mut self,
        name: &'static str,
        words: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
        let value = read(text);
        if value.is_none() {
            let argument = self.written(name)?;
            self.wrong(argument, &format!("one of {}", words.join(", ")));
        }
        value
    }

    fn wrong(&mut self, argument: &Argument, wanted: &str) {
        let read = match &argument.value {
            ArgumentValue::Text(text) => text.clone(),
            ArgumentValue::Integer(number) => number.to_string(),
            ArgumentValue::Boolean(truth) => truth.to_string(),
        };
        self.found.push(
            Diagnostic::new(&codes::site::BAD_ARGUMENT, argument.place.clone())
                .with("component", &self.call.name)
                .with("name", &argument.name)
                .with("read", read)
                .with("wanted", wanted),
        );
    }

    /// Adds a problem of the component itself.
    pub(super) fn report(&mut self, problem: Diagnostic) {
        self.found.push(problem);
    }

    /// All that was wrong with the call.
    pub(super) fn finish(self) -> Result<(), Report> {
        if self.found.has_errors() {
            Err(self.found)
        } else {
            Ok(())
        }
    }
}
