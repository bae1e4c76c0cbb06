#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sala::fuzzing::run("package", bytes));
