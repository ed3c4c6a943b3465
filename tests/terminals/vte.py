"""A window with nothing but a VTE terminal, whose text the key Print writes to a file.

Arguments: the file, the columns of an ambiguous character, the command to run.
"""
import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Vte", "2.91")
from gi.repository import Gdk, GLib, Gtk, Pango, Vte

copy, ambiguous, *command = sys.argv[1:]
window = Gtk.Window(title="vte", decorated=False)
terminal = Vte.Terminal(
    cjk_ambiguous_width=int(ambiguous),
    cursor_blink_mode=Vte.CursorBlinkMode.OFF,
    font_desc=Pango.FontDescription("DejaVu Sans Mono 11"),
)
terminal.set_size(80, 24)
terminal.connect("child-exited", Gtk.main_quit)
terminal.spawn_async(Vte.PtyFlags.DEFAULT, None, command, None, GLib.SpawnFlags.SEARCH_PATH, None, None, -1, None, None)


def on_key(_, event):
    if event.keyval != Gdk.KEY_Print:
        return False
    pathlib.Path(copy).write_text(terminal.get_text()[0])
    return True


window.connect("key-press-event", on_key)
window.add(terminal)
window.show_all()
Gtk.main()
