//! A kiosk behind sshd, as docs/kiosk.md sets it up, and a client that wants out.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::run::Run;
use crate::ssh::Sshd;

/// The server of docs/kiosk.md, but for one that takes every variable that a client sends.
fn serve(run: &Run) -> Sshd {
    let browser = env!("CARGO_BIN_EXE_yixin");
    let forced = format!(
        "ForceCommand {browser} --kiosk --lang zh-Hans\nAcceptEnv *\nPermitUserRC no\nDisableForwarding yes"
    );
    Sshd::new(run, &forced)
}

/// What a client asks its server to set.
const VARIABLES: &str = "SetEnv=YIXIN_DATA=/etc/passwd YIXIN_LANG=en YIXIN_GLYPHS=ascii PAGER=/bin/sh";

#[test]
#[ignore = "needs sshd"]
fn nothing_but_the_browser_is_reached() {
    let run = Run::new("kiosk");
    let sshd = serve(&run);
    // A client's own escape character would answer for the browser.
    let mut pty =
        sshd.open(&["-tt", "-e", "none", "-o", VARIABLES], "/bin/sh -c 'echo $((6 * 7))' --data /etc/passwd");
    pty.shows("┌ 地区");
    pty.answer(1);
    for keys in
        ["q", "\x03", "\x1a", "\x1c", "\x04", "R", "!sh\r", ":!sh\r", "\x1b[200~!sh\r\x1b[201~", "\x1bx", "q"]
    {
        pty.send(keys);
        pty.quiet_for(Duration::from_millis(100));
    }
    pty.send("\x1b");
    pty.quiet_for(Duration::from_millis(200));
    pty.send("qqG");
    pty.shows("▶黄南州");
    assert!(!pty.text().contains("42"), "{}", pty.text());
    pty.hang_up();
}

#[test]
#[ignore = "needs sshd"]
fn without_a_terminal_there_is_the_overview_and_the_end() {
    let run = Run::new("kiosk-text");
    let sshd = serve(&run);
    let mut client = Command::new("ssh");
    client.args(sshd.client(&["-T"], "id; echo $((6 * 7))"));
    let mut client = client.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let _ = client.stdin.take().unwrap().write_all(b"id\n/bin/sh -c 'echo $((6 * 7))'\n");
    let output = client.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(
        text.contains("柔性引进曹福亮院士团队") && !text.contains("42") && !text.contains("uid="),
        "{text}"
    );
}
