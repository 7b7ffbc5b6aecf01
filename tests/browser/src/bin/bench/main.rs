//! How long things take, in Chromium and natively: `cargo xtask bench`.
//!
//! `CAREER_LADDER_CHECK` names the native program; without it only the browser is measured.

#![expect(clippy::print_stdout, reason = "its output is what it is for")]

mod reading;
mod steps;

fn main() {
    reading::report();
    println!();
    steps::report();
}
