//! Times reading a ladder and steps of the quiz, for `cargo xtask bench`.
//!
//! `CAREER_LADDER_CHECK` names the command-line program. Without it, only the browser is timed.

#![expect(clippy::print_stdout, reason = "its output is what it is for")]

mod quiz_steps;
mod reading;

fn main() {
    reading::report();
    println!();
    quiz_steps::report();
}
