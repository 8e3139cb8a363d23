//! Whether the lines of a body were wrapped by hand.
//!
//! In: each line break within a paragraph. Out: a yes where nearly all lines before one are of similar length and end in the
//! middle of a sentence. Always: short lines (signatures, addresses, numbered points) count as meant.

use super::cjk::is_cjk;

/// So many breaks at least; fewer may be chance.
const BREAKS: usize = 3;
/// Columns of the shortest line that an editor wraps.
const SHORTEST: usize = 40;
/// How much shorter than the longest a wrapped line may be, in columns.
const SPREAD: usize = 16;

#[derive(Default)]
pub(super) struct Wrapped {
    widths: Vec<usize>,
    /// Of these lines, those that end in the middle of a sentence.
    amid: usize,
}

impl Wrapped {
    /// Notes the line that ends here.
    pub(super) fn line_break(&mut self, text: &str, at: usize) {
        let line = &text[text[..at].rfind('\n').map_or(0, |i| i + 1)..at];
        let line = line.trim();
        self.widths.push(line.chars().map(|c| if is_cjk(c) { 2 } else { 1 }).sum());
        self.amid += usize::from(!line.ends_with(['。', '！', '？', '；', '：', '.', '!', '?', ';', ':', '”', '）', ')']));
    }

    pub(super) fn is_by_hand(&self) -> bool {
        let longest = self.widths.iter().max().copied().unwrap_or(0);
        let near = self.widths.iter().filter(|&&w| w + SPREAD >= longest).count();
        let most = |n: usize| n * 5 >= self.widths.len() * 4;
        self.widths.len() >= BREAKS && longest >= SHORTEST && most(near) && most(self.amid)
    }
}

#[cfg(test)]
mod tests {
    use super::Wrapped;

    fn is_by_hand(text: &str) -> bool {
        let mut wrapped = Wrapped::default();
        text.match_indices('\n').for_each(|(at, _)| wrapped.line_break(text, at));
        wrapped.is_by_hand()
    }

    #[test]
    fn lines_of_one_length_that_end_amid_a_sentence_were_wrapped() {
        let long = "因供水管道检修，东门小区一号楼至六号楼六月十八日上午八点至下午五\n";
        assert!(is_by_hand(&long.repeat(3)));
        assert!(!is_by_hand(&long.repeat(2)), "two breaks may be chance");
        assert!(!is_by_hand("一、关好阀门\n二、提前储水\n三、等待通知\n四、恢复供水\n"), "short lines are meant");
        let sentence = "因供水管道检修，东门小区一号楼至六号楼六月十八日上午八点至下午停水。\n";
        assert!(!is_by_hand(&sentence.repeat(4)), "whole sentences are lines of their own");
    }
}
