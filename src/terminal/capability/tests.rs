use super::report::{Source, Value, What};
use super::*;

/// From `TERM=linux LANG=zh_CN.UTF-8`.
fn detect(variables: &str, overrides: &Overrides) -> Capability {
    let lookup = |name: &str| {
        let pairs = variables.split_whitespace().filter_map(|pair| pair.split_once('='));
        pairs.filter(|(n, _)| *n == name).map(|(_, value)| value.to_owned()).next()
    };
    Capability::detect(&lookup, overrides)
}

/// What matters to a user, in short.
fn summary(c: &Capability) -> String {
    let flags = [
        (c.cursor_addressing, "addressing"),
        (c.plain_console, "console"),
        (c.alternate_screen, "alternate"),
        (c.mouse && c.bracketed_paste, "modes"),
        (c.clipboard != Clipboard::None, "clipboard"),
        (c.ech, "ech"),
        (c.probe, "probe"),
    ];
    let flags: Vec<_> = flags.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect();
    format!("{} {:?} {:?} {:?} {:?}", flags.join("+"), c.colors, c.charset, c.width, c.glyphs)
}

#[test]
fn terminals() {
    let utf8 = "LANG=zh_CN.UTF-8";
    let full = "addressing+alternate+modes+clipboard+ech+probe Sixteen Utf8 Narrow Unicode";
    let no_ech = "addressing+alternate+modes+clipboard+probe Sixteen Utf8 Narrow Unicode";
    let table = [
        ("TERM=xterm", full),
        ("TERM=xterm-256color", full),
        ("TERM=xterm-kitty", full),
        ("TERM=vte-256color", "addressing+alternate+modes+ech+probe Sixteen Utf8 Narrow Unicode"),
        ("TERM=rxvt-unicode-256color", full),
        (
            "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal",
            "addressing+alternate+modes+ech+probe Sixteen Utf8 Narrow Unicode",
        ),
        ("TERM=tmux-256color", no_ech),
        ("TERM=screen-256color", no_ech),
        ("TERM=screen.xterm-256color", no_ech),
        ("TERM=screen", "addressing+alternate+modes+clipboard+probe Eight Utf8 Narrow Unicode"),
        ("TERM=screen COLORTERM=truecolor", no_ech),
        ("TERM=something-new", no_ech),
        ("TERM=linux", "addressing+console+ech+probe Eight Utf8 Narrow Cp437"),
        ("TERM=linux-16color COLORTERM=1", "addressing+console+ech+probe Eight Utf8 Narrow Cp437"),
        ("TERM=screen.linux", "addressing+console+alternate+probe Eight Utf8 Narrow Cp437"),
        ("TERM=fbterm", "addressing+ech+probe Eight Utf8 Narrow Unicode"),
        ("TERM=vt100", "addressing+console+probe None Utf8 Narrow Ascii"),
        ("TERM=vt220", "addressing+console+ech+probe None Utf8 Narrow Ascii"),
        ("TERM=dumb", "console None Utf8 Narrow Ascii"),
        ("", "console None Utf8 Narrow Ascii"),
        ("TERM=xterm CLICOLOR=0 CLICOLOR_FORCE=1", full),
        ("TERM=xterm CLICOLOR=1", full),
        ("TERM=xterm CLICOLOR=0", "addressing+alternate+modes+clipboard+ech+probe None Utf8 Narrow Unicode"),
        ("TERM=xterm NO_COLOR=1", "addressing+alternate+modes+clipboard+ech+probe None Utf8 Narrow Unicode"),
    ];
    for (variables, wanted) in table {
        let found = detect(&format!("{variables} {utf8}"), &Overrides::default());
        assert_eq!(summary(&found), wanted, "{variables}");
    }
}

#[test]
fn charsets_and_languages_of_locales() {
    use Language::{En, ZhHans, ZhHant};
    let big5 = Charset::Other("Big5".into());
    let latin = Charset::Other("ISO-8859-1".into());
    let table = [
        ("LANG=zh_CN.UTF-8", Charset::Utf8, ZhHans),
        ("LANG=zh_SG.utf8", Charset::Utf8, ZhHans),
        ("LANG=zh_CN", Charset::Utf8, ZhHans),
        ("LANG=zh_CN.GB18030", Charset::Gb18030, ZhHans),
        ("LANG=zh_CN.gbk", Charset::Gbk, ZhHans),
        ("LANG=zh_CN.GB2312", Charset::Gbk, ZhHans),
        ("LANG=zh_TW.UTF-8", Charset::Utf8, ZhHant),
        ("LANG=zh_HK.UTF-8", Charset::Utf8, ZhHant),
        ("LANG=zh_TW.Big5", big5, En),
        ("LANG=en_US.UTF-8", Charset::Utf8, En),
        ("LANG=de_DE.ISO-8859-1@euro", latin.clone(), En),
        ("LANG=C.UTF-8", Charset::Utf8, ZhHans),
        ("LANG=POSIX", Charset::Utf8, ZhHans),
        ("", Charset::Utf8, ZhHans),
        // The first one set wins, and an empty one isn't set.
        ("LC_ALL=zh_TW.UTF-8 LANG=zh_CN.GB18030", Charset::Utf8, ZhHant),
        ("LC_ALL= LC_CTYPE=zh_CN.GB18030 LANG=en_US.UTF-8", Charset::Gb18030, En),
        ("LC_CTYPE=en_US.ISO-8859-1 LC_MESSAGES=zh_CN.UTF-8", latin, En),
    ];
    for (variables, charset, language) in table {
        let found = detect(&format!("TERM=xterm {variables}"), &Overrides::default());
        assert_eq!((&found.charset, found.language()), (&charset, language), "{variables}");
    }
    assert_eq!(detect("TERM=linux LANG=zh_CN.UTF-8", &Overrides::default()).language(), En);
}

#[test]
fn an_emulator_behind_the_name_of_the_linux_console_can_what_it_can_by_its_own() {
    let fbterm = Overrides { emulator: Some("fbterm"), ..Overrides::default() };
    let (named, told) = (detect("TERM=fbterm", &Overrides::default()), detect("TERM=linux", &fbterm));
    assert_eq!(summary(&told), summary(&named));
    let told = detect("TERM=linux LANG=zh_TW.UTF-8", &fbterm);
    assert_eq!(told.language(), Language::ZhHant);
    assert_eq!(told.findings[0].source, Source::StartedIn("linux".into(), "fbterm"));
}

#[test]
fn the_command_line_overrules() {
    let wide = Overrides { ambiguous: Some(WidthPolicy::Wide), ..Overrides::default() };
    let ascii = Overrides { glyphs: Some(Glyphs::Ascii), ..Overrides::default() };
    let gb = Overrides { charset: Some(Charset::Gb18030), ..Overrides::default() };
    let never = Overrides { color: Some(ColorChoice::Never), ..Overrides::default() };
    let always = Overrides { color: Some(ColorChoice::Always), ..Overrides::default() };
    let both = Overrides { charset: Some(Charset::Utf8), ..wide.clone() };
    let rest = "addressing+alternate+modes+clipboard+ech";
    let table = [
        ("TERM=xterm", &wide, format!("{rest}+probe Sixteen Utf8 Wide Ascii")),
        ("TERM=xterm", &ascii, format!("{rest}+probe Sixteen Utf8 Narrow Ascii")),
        ("TERM=xterm", &gb, format!("{rest}+probe Sixteen Gb18030 Wide Ascii")),
        ("TERM=xterm", &never, format!("{rest}+probe None Utf8 Narrow Unicode")),
        ("TERM=xterm NO_COLOR=1", &always, format!("{rest}+probe Sixteen Utf8 Narrow Unicode")),
        ("TERM=vt100", &always, "addressing+console+probe Eight Utf8 Narrow Ascii".into()),
        // Nothing is left to ask.
        ("TERM=xterm", &both, format!("{rest} Sixteen Utf8 Wide Ascii")),
    ];
    for (variables, overrides, wanted) in table {
        assert_eq!(summary(&detect(variables, overrides)), wanted, "{variables} {overrides:?}");
    }
}

#[test]
fn what_answers_change() {
    let (narrow, wide) = (Some(WidthPolicy::Narrow), Some(WidthPolicy::Wide));
    let (yes, no) = (Some(true), Some(false));
    let unknown = || Charset::Other("unknown".into());
    // (environment, width, takes the charset; screen changed, charset, width, glyphs)
    let table = [
        ("LANG=zh_CN.UTF-8", narrow, yes, false, Charset::Utf8, WidthPolicy::Narrow, Glyphs::Unicode),
        ("LANG=zh_CN.UTF-8", wide, yes, true, Charset::Utf8, WidthPolicy::Wide, Glyphs::Ascii),
        ("LANG=zh_CN.UTF-8", None, None, false, Charset::Utf8, WidthPolicy::Narrow, Glyphs::Unicode),
        ("LANG=zh_CN", None, no, true, Charset::Gb18030, WidthPolicy::Wide, Glyphs::Ascii),
        ("", None, no, true, unknown(), WidthPolicy::Narrow, Glyphs::Ascii),
        ("LANG=zh_CN.GB18030", None, no, true, Charset::Utf8, WidthPolicy::Narrow, Glyphs::Unicode),
        ("LANG=zh_CN.GB18030", narrow, yes, true, Charset::Gb18030, WidthPolicy::Narrow, Glyphs::Ascii),
    ];
    for (variables, width, charset, changed, then, policy, glyphs) in table {
        let mut c = detect(&format!("TERM=xterm {variables}"), &Overrides::default());
        assert_eq!(c.learn(width, charset), changed, "{variables} {charset:?}");
        assert_eq!((&c.charset, c.width, c.glyphs), (&then, policy, glyphs), "{variables} {charset:?}");
    }
    let mut ascii = detect("TERM=xterm LANG=zh_CN.UTF-8", &Overrides::default());
    assert!(ascii.learn(None, no) && ascii.learn(None, no));
    assert_eq!(ascii.refusal(), Some(Unfit::NoCharset), "neither UTF-8 nor GB18030");
    let mut told = detect("TERM=xterm", &Overrides { ambiguous: narrow, ..Overrides::default() });
    assert!(!told.learn(wide, yes), "what the command line says stays");
}

#[test]
fn where_no_browser_can_run() {
    let refusal = |variables: &str| detect(variables, &Overrides::default()).refusal();
    assert!(refusal("TERM=dumb") == Some(Unfit::NoCursor("dumb".into())));
    assert!(refusal("") == Some(Unfit::NoCursor(String::new())));
    assert!(refusal("TERM=xterm LANG=zh_TW.Big5") == Some(Unfit::Charset("Big5".into())));
    for fine in ["TERM=xterm", "TERM=linux", "TERM=vt220 LANG=de_DE.ISO-8859-1", "TERM=xterm LANG=zh_CN.GBK"]
    {
        assert_eq!(refusal(fine), None, "{fine}");
    }
}

#[test]
fn every_finding_says_from_where() {
    let c = detect("TERM=screen LANG=zh_CN.GBK NO_COLOR=1", &Overrides::default());
    let found: Vec<_> = c.findings.into_iter().map(|f| (f.value, f.source)).collect();
    let term = Source::Variable("TERM", "screen".into());
    let wanted = [
        (Value::Multiplexer, term.clone()),
        (Value::Charset(Charset::Gbk), Source::Variable("LANG", "zh_CN.GBK".into())),
        (Value::Width(WidthPolicy::Wide), Source::Found(What::Charset)),
        (Value::Glyphs(Glyphs::Ascii), Source::Found(What::Charset)),
        (Value::Colors(Colors::None), Source::Named("NO_COLOR")),
        (Value::AlternateScreen, term.clone()),
        (Value::Clipboard(Clipboard::Unsure), term),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn clipboards_that_are_claimed() {
    use Clipboard::{None, Sure, Unsure};
    // (environment, before the answer, after one that lists the clipboard)
    let table = [
        ("TERM=xterm-256color", Unsure, Sure),
        ("TERM=xterm-kitty", Unsure, Sure),
        ("TERM=putty-256color", None, Sure),
        ("TERM=xterm-256color VTE_VERSION=7006", None, Sure),
        ("TERM=xterm-256color KONSOLE_VERSION=221203", None, Sure),
        ("TERM=xterm-256color KONSOLE_VERSION=250400", Unsure, Sure),
        ("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", None, Sure),
        ("TERM=linux", None, Sure),
        // It answers for itself, and may have been started elsewhere.
        ("TERM=tmux-256color TMUX=/s,1,0 VTE_VERSION=7006", Unsure, Unsure),
        ("TERM=screen VTE_VERSION=7006", Unsure, Unsure),
    ];
    for (variables, before, after) in table {
        let mut c = detect(variables, &Overrides::default());
        assert_eq!(c.clipboard, before, "{variables}");
        c.learn_clipboard();
        assert_eq!(c.clipboard, after, "{variables}");
    }
    let c = detect("TERM=xterm VTE_VERSION=7006", &Overrides::default());
    let found = c.findings.iter().find(|f| f.what == What::Clipboard).unwrap();
    let vte = Source::Variable("VTE_VERSION", "7006".into());
    assert_eq!((&found.value, &found.source), (&Value::Clipboard(None), &vte));
}
