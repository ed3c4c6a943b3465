//! Paints a row: the cells that differ, and the shortest way over those that don't.

use super::grid::Glyph;
use super::pen::Pen;
use super::wire::Wire;

/// Turns row `y` from what it shows into what it shall show, which differs; `lost` if nobody knows what it shows.
pub(super) fn paint(wire: &mut Wire, y: usize, shown: &[Glyph], new: &[Glyph], lost: bool) {
    let mut old = shown.to_vec();
    let unsure = |row: &[Glyph]| row.iter().any(|glyph| !glyph.sure);
    if lost || unsure(&old) || unsure(new) {
        wire.move_to(y, 0, &[]);
        wire.erase_tail();
        old.fill(Glyph::BLANK);
    }
    repaint(wire, y, &mut old, new);
}

/// Left to right, so that a wide glyph that loses its first half to something new has lost its second half too,
/// whatever the terminal does about that, before that cell is painted.
fn repaint(wire: &mut Wire, y: usize, old: &mut [Glyph], new: &[Glyph]) {
    let tail = new.iter().rposition(|glyph| !glyph.is_blank()).map_or(0, |x| x + 1);
    // What a glyph that took more columns than it should has spilt over: the row from here on.
    let mut spilt = new.len();
    let mut last = (0..new.len()).rfind(|&x| old[x] != new[x]).unwrap_or(0);
    let mut x = 0;
    while let Some(step) = (x..new.len()).position(|x| x >= spilt || old[x] != new[x]) {
        x += step;
        wire.move_to(y, x, new);
        if x >= tail && last - x >= 2 {
            wire.erase_tail();
            break;
        }
        let blanks =
            (x..=last).take_while(|&x| new[x].is_blank() && (x >= spilt || old[x] != new[x])).count();
        // mlterm erases only half of what wide glyphs take.
        let narrow = old[x..x + blanks].iter().all(|glyph| glyph.columns == 1);
        if narrow && wire.prefers_erasing(blanks, x + blanks <= last) {
            wire.erase(blanks);
            x += blanks;
            continue;
        }
        if spilt == new.len() && blanks > clearing_len(&old[x + blanks..], &new[x + blanks..]) {
            wire.erase_tail();
            old[x..].fill(Glyph::BLANK);
            x += blanks;
            last = (x..new.len()).rfind(|&x| old[x] != new[x]).unwrap_or(x);
            continue;
        }
        if new[x].stretched && !old[x + 1].is_blank() {
            // xterm -cjk_width draws a narrow picture into two cells, and leaves in the second what was there.
            wire.blank(&new[x]);
            wire.move_to(y, x, new);
        }
        wire.print(&new[x]);
        x += usize::from(new[x].columns.max(1));
        if !new[x - 1].sure {
            (spilt, last) = (x, new.len() - 1);
        }
    }
}

/// About the bytes of EL in place of blanks: itself, a move across them, and what stands behind them and wouldn't
/// have to be painted otherwise.
fn clearing_len(old: &[Glyph], new: &[Glyph]) -> usize {
    const EL_AND_MOVE: usize = 8;
    const PEN: usize = 8;
    let kept = old.iter().zip(new).filter(|(old, new)| old == new && !new.is_blank()).map(|(_, new)| new);
    let bytes = |glyph: &Glyph| glyph.text.len() + if glyph.pen == Pen::PLAIN { 0 } else { PEN };
    EL_AND_MOVE + kept.map(bytes).sum::<usize>()
}
