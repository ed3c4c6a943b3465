//! Over a real sshd on the loopback: its own port and host key, key-only, a client that is killed, and slow lines.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::link::{Line, Link};
use crate::pty::Pty;
use crate::relay::relay;
use crate::run::{Run, output, wait};
use crate::walk::{Kind, model, trimmed};
use rustix::process::Signal;

pub(crate) struct Sshd {
    server: Child,
    port: u16,
    user: PathBuf,
}

impl Sshd {
    /// A server that lets its own key in, with more lines of configuration.
    pub(crate) fn new(run: &Run, more: &str) -> Self {
        let key = |name: &str| {
            let path = run.path(name);
            output(Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&path));
            path
        };
        let (host, user) = (key("host"), key("user"));
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let config = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nAuthorizedKeysFile {}.pub\nPidFile none\n\
             AuthenticationMethods publickey\nPermitRootLogin prohibit-password\nStrictModes no\nUsePAM no\n{more}\n",
            host.display(),
            user.display()
        );
        fs::write(run.path("sshd_config"), config).unwrap();
        // As root it wants a folder to lock itself in.
        let _ = fs::create_dir_all("/run/sshd");
        let mut command = Command::new("/usr/sbin/sshd");
        command.arg("-D").arg("-e").arg("-f").arg(run.path("sshd_config")).stderr(Stdio::null());
        let server = command.spawn().expect("sshd");
        wait("sshd", || TcpStream::connect(("127.0.0.1", port)).is_ok());
        Self { server, port, user }
    }

    /// The arguments of a client that runs `remote`.
    pub(crate) fn client(&self, options: &[&str], remote: &str) -> Vec<String> {
        let fixed = ["-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"];
        let (port, user) = (self.port.to_string(), self.user.to_str().unwrap());
        let own = ["-o", "LogLevel=ERROR", "-p", &port, "-i", user, "127.0.0.1", remote];
        options.iter().chain(&fixed).chain(&own).map(ToString::to_string).collect()
    }

    /// A client on a pseudo-terminal that runs the browser and notes its process.
    fn browse(&self, run: &Run) -> Pty {
        let browser = env!("CARGO_BIN_EXE_yixin");
        let (pid, state) = (run.path("pid"), run.path(""));
        let (pid, state) = (pid.display(), state.display());
        let remote = format!("echo $$ >{pid}; XDG_STATE_HOME={state} exec {browser} --lang zh-Hans");
        self.open(&["-tt"], &remote)
    }

    /// A client on a pseudo-terminal.
    pub(crate) fn open(&self, options: &[&str], remote: &str) -> Pty {
        let arguments = self.client(options, remote);
        Pty::spawn("ssh", &arguments.iter().map(String::as_str).collect::<Vec<_>>(), &[])
    }
}

/// What runs the browser. A place that it keeps where the line breaks is this run's: no other start finds it.
fn browser(run: &Run) -> String {
    let state = run.path("state");
    format!("exec env XDG_STATE_HOME={} {} --lang zh-Hans", state.display(), env!("CARGO_BIN_EXE_yixin"))
}

impl Drop for Sshd {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
#[ignore = "needs sshd"]
fn over_ssh_it_looks_the_same_and_ends_with_the_client() {
    let run = Run::new("ssh");
    let sshd = Sshd::new(&run, "");
    let mut pty = sshd.browse(&run);
    pty.shows("退出");
    pty.answer(1);
    let model = trimmed(&model(Kind::NARROW, (80, 24), ""));
    pty.until("the model", |pty| trimmed(&pty.text()) == model);
    pty.send("?");
    pty.shows("┌ 帮助");
    pty.send("?");
    pty.shows("┌ 地区");
    pty.send("q");
    assert_eq!(pty.end().0, 0);
    assert!(!pty.emulator.screen().alternate_screen());

    fs::remove_file(run.path("pid")).unwrap();
    let mut pty = sshd.browse(&run);
    pty.shows("退出");
    let pid = fs::read_to_string(run.path("pid")).unwrap();
    let process = format!("/proc/{}", pid.trim());
    assert!(fs::exists(&process).unwrap());
    pty.signal(Signal::KILL);
    wait("the end of the browser", || !fs::exists(&process).unwrap());
}

/// The browser over ssh and a slow line, with its first screen shown.
fn browser_behind(sshd: &Sshd, run: &Run, line: Line) -> Link {
    let port = format!("Port={}", relay(sshd.port, line));
    // The line is the relay: what stands in for the terminal adds nothing.
    let terminal = Line { rate: u32::MAX, round_trip: Duration::ZERO, lost: 0 };
    let mut link = Link::new(sshd.open(&["-tt", "-o", &port], &browser(run)), terminal);
    wait("the first screen", || {
        link.run(Instant::now() + Duration::from_millis(50));
        link.pty.text().contains("退出")
    });
    link.settle(Duration::from_millis(1500));
    link
}

#[test]
#[ignore = "needs sshd"]
fn a_key_held_over_ssh_leaves_nothing_behind() {
    let run = Run::new("ssh-slow");
    let sshd = Sshd::new(&run, "");
    let line = |rate, round_trip| Line { rate, round_trip: Duration::from_millis(round_trip), lost: 0 };
    // Milliseconds behind at most, and about half of the steps that the line carries in five seconds. ssh brings nothing
    // of a packet before all of it, and makes small ones longer by a half: at 9600 baud that takes a part of a second.
    let lines = [(line(8000, 300), 650, 16), (line(960, 300), 2500, 3), (line(125_000, 600), 800, 45)];
    std::thread::scope(|scope| {
        for (line, behind, steps) in lines {
            let (sshd, run) = (&sshd, &run);
            scope.spawn(move || {
                let mut link = browser_behind(sshd, run, line);
                let held = link.hold(Duration::from_secs(5));
                let shown = link.pty.text();
                link.send("\x0c");
                link.settle(Duration::from_millis(4000));
                assert_eq!(link.pty.text(), shown, "{line:?}: as a full repaint shows it");
                assert!(
                    held.behind <= Duration::from_millis(behind) && held.steps >= steps,
                    "{line:?}: {held:?}"
                );
                // One that is cut off keeps its place, in a folder that is gone.
                link.pty.send("q");
                link.pty.end();
            });
        }
    });
}
