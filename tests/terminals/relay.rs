//! A slow line: a relay on the loopback that takes at once what a server sends, and brings it at a rate and after a delay.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use crate::link::Line;

/// Bytes that are brought in one piece: the line moves on between them.
const PIECE: usize = 64;

/// Listens for one client of the server at a port; the port to go to instead.
pub(crate) fn relay(port: u16, line: Line) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let own = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let (client, _) = listener.accept().unwrap();
        let server = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let ends = [&client, &server].map(|end| end.try_clone().unwrap());
        let [to_client, to_server] = ends;
        // Keys and answers are few: only their way is long.
        thread::spawn(move || carry(client, to_server, u32::MAX, line.round_trip / 2));
        carry(server, to_client, line.rate, line.round_trip / 2);
    });
    own
}

/// Carries so many bytes a second from one end to the other, where each arrives later by `delay`.
fn carry(mut from: TcpStream, mut to: TcpStream, rate: u32, delay: Duration) {
    to.set_nodelay(true).unwrap();
    let (send, taken) = channel::<(Instant, Vec<u8>)>();
    let bring = thread::spawn(move || {
        for (when, piece) in taken {
            thread::sleep(when.saturating_duration_since(Instant::now()));
            if to.write_all(&piece).is_err() {
                return;
            }
        }
    });
    let (mut buffer, mut empty) = ([0; 4096], Instant::now());
    while let Ok(n @ 1..) = from.read(&mut buffer) {
        for piece in buffer[..n].chunks(PIECE) {
            let time = Duration::from_secs(1) * piece.len() as u32 / rate;
            empty = empty.max(Instant::now()) + time;
            let _ = send.send((empty + delay, piece.to_vec()));
        }
    }
    drop(send);
    let _ = bring.join();
}
