//! A bar for long work: how much is done, how fast, and how long it will take; quiet where nobody watches.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over `total` things. Printed on standard error, and only to a terminal.
pub(crate) fn bar(total: u64, things: &str) -> ProgressBar {
    let bar = ProgressBar::new(total);
    let form =
        format!("{{msg:20}} [{{bar:30}}] {{human_pos}}/{{human_len}} {things}  {{per_sec:>12}}  {{eta_precise}} left");
    if let Ok(style) = ProgressStyle::with_template(&form) {
        bar.set_style(style.progress_chars("=> "));
    }
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}
