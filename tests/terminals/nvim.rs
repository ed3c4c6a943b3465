//! Neovim's `:terminal`, whose buffer is read.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::key::bytes;
use crate::run::{Run, Running, output, wait};
use crate::walk::{Kind, Terminal, walk};

/// A Neovim without a screen of its own.
struct Nvim {
    socket: PathBuf,
    _server: Running,
}

impl Nvim {
    fn new(run: &Run) -> Self {
        let socket = run.path("nvim");
        let mut server = Command::new("nvim");
        server.args(["--headless", "-u", "NONE", "-i", "NONE", "--listen"]).arg(&socket);
        // The last line is its own.
        server.args(["-c", "set laststatus=0 columns=80 lines=25", "-c"]);
        server.arg(format!("terminal sh {}", run.script("").display()));
        server.env("LC_ALL", "C.UTF-8").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let nvim = Self { _server: Running(server.spawn().expect("nvim")), socket };
        wait("Neovim", || nvim.socket.exists());
        nvim
    }

    fn evaluate(&self, expression: &str) {
        output(Command::new("nvim").arg("--server").arg(&self.socket).args(["--remote-expr", expression]));
    }
}

impl Terminal for Nvim {
    fn press(&self, keys: &str) {
        let keys: Vec<_> = bytes(keys).bytes().map(|byte| format!("\\x{byte:02x}")).collect();
        self.evaluate(&format!("chansend(&channel, \"{}\")", keys.concat()));
    }

    fn screen(&self) -> String {
        let shown = self.socket.with_extension("screen");
        let lines = "getline(line('$') - winheight(0) + 1, '$')";
        self.evaluate(&format!("writefile({lines}, '{}')", shown.display()));
        fs::read_to_string(shown).unwrap()
    }

    fn resize(&self, columns: u16, rows: u16) {
        self.evaluate(&format!("execute('set columns={columns} lines={}')", rows + 1));
    }
}

#[test]
#[ignore = "needs Neovim"]
fn neovim_shows_the_model() {
    let run = Run::new("nvim");
    walk(&Nvim::new(&run), &run, Kind::NARROW);
}
