//! A GB18030 terminal: luit in tmux.

use yixin::text::WidthPolicy;

use crate::edges::straight;
use crate::run::Run;
use crate::tmux::Tmux;

#[test]
#[ignore = "needs luit and tmux"]
fn gb18030_is_spoken_where_the_locale_says_so() {
    let run = Run::new("luit");
    let tmux = Tmux::new("luit", &run.script("luit -encoding GB18030 env LC_ALL=zh_CN.GB18030", ""));
    tmux.shows("退出");
    tmux.shows("一心两区");
    // luit's terminal counts ambiguous characters as one column, which the browser finds out.
    assert!(straight(&tmux.screen(), WidthPolicy::Narrow, "|+"), "{}", tmux.screen());
    tmux.keys(&["Tab", "j", "Tab", "j"]);
    tmux.shows("完成全省首例");
    assert!(straight(&tmux.screen(), WidthPolicy::Narrow, "|+"), "{}", tmux.screen());
    tmux.keys(&["q"]);
    run.ended_well();
}

#[test]
#[ignore = "needs luit and tmux"]
fn gb18030_is_found_out_where_the_locale_names_no_charset() {
    let run = Run::new("luit-unnamed");
    let tmux = Tmux::new("luit-unnamed", &run.script("luit -encoding GB18030 env LC_ALL=zh_CN", ""));
    tmux.shows("退出");
    tmux.shows("一心两区");
    assert!(straight(&tmux.screen(), WidthPolicy::Narrow, "|+"), "{}", tmux.screen());
    tmux.keys(&["q"]);
    run.ended_well();
}
