//! In: words as codes of Khmer letters, each with a cost. Out: an automaton that walks along text
//! and tells after every letter whether a word ends there, and at what cost.
//!
//! The words become the smallest acyclic automaton, laid out as a double array: a state is an
//! offset, a transition is one 32-bit slot at offset + code, so a step is one load. Knows nothing
//! of sentences or probabilities. The build script and the program share this file.
//!
//! Not taken: a general double-array crate (a trie of 176,000 nodes of 8 bytes, which leaves the
//! second-level cache) and an `fst` (a step is a search).

use std::collections::HashMap;

use super::alphabet::{COENG, DA, TA, khmer_index};

/// The code that no word contains; text ends with it.
pub(crate) const END: u8 = 127;
/// The code of a joiner, which no word contains.
pub(crate) const JOINER: u8 = 126;
/// The state in which a walk begins.
pub(crate) const START: usize = 128;

/// How many integers of cost make one natural logarithm's unit of it.
pub(crate) const COST_UNIT: f64 = 8.0;
/// The largest cost of a word.
pub(crate) const LARGEST_COST: u8 = 0x7F;
/// Beside the cost of a word: browsers would cut it in two although it is one.
pub(crate) const WHOLE: u8 = 0x80;

const LABEL_BITS: u32 = 7;
const COST_BITS: u32 = 8;
const LABEL_MASK: u32 = (1 << LABEL_BITS) - 1;
const COST_MASK: u32 = (1 << COST_BITS) - 1;
const OFFSET_LIMIT: usize = 1 << (32 - LABEL_BITS - COST_BITS);
const CODES: usize = 128;

pub(crate) const COENG_CODE: u8 = code_of(COENG);
pub(crate) const DA_CODE: u8 = code_of(DA);
pub(crate) const TA_CODE: u8 = code_of(TA);

const fn code_of(letter: char) -> u8 {
    (letter as u32 - 0x1780) as u8 + 1
}

/// The code of the letter or mark at a place in the Khmer block; nothing for punctuation, digits
/// and symbols.
#[inline(always)]
pub(crate) const fn code_at(index: usize) -> Option<u8> {
    match index {
        0..=0x53 | 0x5C | 0x5D => Some(index as u8 + 1),
        _ => None,
    }
}

/// A word as codes, with DA below the line taken for TA; nothing if it has other than Khmer letters.
pub(crate) fn encode(word: &str) -> Option<Vec<u8>> {
    let mut encoded = Vec::with_capacity(word.len() / 3);
    for code in codes(word) {
        encoded.push(code?);
    }
    Some(encoded)
}

/// The codes of the letters of `word` one after the other; nothing for a letter that no word has, behind
/// which no code tells anything.
pub(crate) fn codes(word: &str) -> impl Iterator<Item = Option<u8>> {
    codes_after(0, word)
}

/// The same of letters that stand behind one with the code `before`.
pub(crate) fn codes_after(mut before: u8, letters: &str) -> impl Iterator<Item = Option<u8>> {
    let bytes = letters.as_bytes();
    (0..bytes.len()).step_by(3).map(move |at| {
        let code = code_at(khmer_index(bytes, at)?)?;
        let is_below = before == COENG_CODE;
        before = code;
        Some(match is_below && code == DA_CODE {
            true => TA_CODE,
            false => code,
        })
    })
}

/// The words of one dictionary.
pub(crate) struct Automaton {
    pub(crate) slots: Box<[u32]>,
}

/// What a step along the text finds.
pub(crate) struct Step {
    /// The state to go on from.
    pub(crate) state: usize,
    /// The cost of the word that ends here, with [`WHOLE`] or not; 0 if none does.
    pub(crate) cost: u8,
}

impl Automaton {
    /// The step from `state` over `code`, if any word goes on so.
    #[inline(always)]
    pub(crate) fn step(&self, state: usize, code: u8) -> Option<Step> {
        let slot = *self.slots.get(state + usize::from(code))?;
        (slot & LABEL_MASK == u32::from(code)).then_some(Step {
            state: (slot >> (LABEL_BITS + COST_BITS)) as usize,
            cost: (slot >> LABEL_BITS & COST_MASK) as u8,
        })
    }

    /// The automaton of `words`, which are sorted, each once, with costs above 0, [`WHOLE`] or not;
    /// nothing if they are too many for the size of a slot.
    pub(crate) fn build(words: &[(Vec<u8>, u8)]) -> Option<Automaton> {
        let minimal = Minimal::of(words);
        let slots = lay_out(&minimal.states)?;
        Some(Automaton {
            slots: slots.into_boxed_slice(),
        })
    }

    /// The automaton whose slots were written as little-endian bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Automaton {
        let (slots, _) = bytes.as_chunks::<4>();
        Automaton {
            slots: slots.iter().map(|slot| u32::from_le_bytes(*slot)).collect(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Transition {
    label: u8,
    cost: u8,
    target: usize,
}

/// The smallest automaton: equal ends of words are one state. State 0 has no transitions, the last
/// state is where words begin.
struct Minimal {
    states: Vec<Vec<Transition>>,
    known: HashMap<Vec<Transition>, usize>,
}

impl Minimal {
    fn of(words: &[(Vec<u8>, u8)]) -> Minimal {
        let mut minimal = Minimal {
            states: vec![Vec::new()],
            known: HashMap::from([(Vec::new(), 0)]),
        };
        // The states along the word before, open for more transitions.
        let mut open: Vec<Vec<Transition>> = vec![Vec::new()];
        let mut previous: &[u8] = &[];
        for (word, cost) in words {
            let shared = previous
                .iter()
                .zip(word)
                .take_while(|(a, b)| a == b)
                .count();
            minimal.close_below(&mut open, shared);
            for (depth, &label) in word.iter().enumerate().skip(shared) {
                let ends = depth + 1 == word.len();
                open[depth].push(Transition {
                    label,
                    cost: if ends { *cost } else { 0 },
                    target: 0,
                });
                open.push(Vec::new());
            }
            previous = word;
        }
        minimal.close_below(&mut open, 0);
        let start = open.swap_remove(0);
        minimal.states.push(start);
        minimal
    }

    fn close_below(&mut self, open: &mut Vec<Vec<Transition>>, depth: usize) {
        while open.len() > depth + 1 {
            let Some(state) = open.pop() else { return };
            let target = match self.known.get(&state) {
                Some(&known) => known,
                None => {
                    self.states.push(state.clone());
                    self.known.insert(state, self.states.len() - 1);
                    self.states.len() - 1
                }
            };
            if let Some(last) = open.last_mut().and_then(|parent| parent.last_mut()) {
                last.target = target;
            }
        }
    }
}

/// Gives each state an offset so that no two transitions share a slot, the fullest states first.
fn lay_out(states: &[Vec<Transition>]) -> Option<Vec<u32>> {
    let start = states.len() - 1;
    let mut order: Vec<usize> = (1..start).collect();
    order.sort_by_key(|&state| std::cmp::Reverse(states[state].len()));

    let mut plan = Layout::default();
    let mut offsets = vec![0; states.len()];
    offsets[start] = plan.place(&states[start], START)?;
    // States of the same labels fit nowhere before the last of them; others may. Those of many labels
    // are placed while there is room, and are told apart by their number alone.
    let mut from: HashMap<(usize, Vec<u8>), usize> = HashMap::new();
    for state in order {
        let count = states[state].len();
        let labels = states[state].iter().map(|transition| transition.label);
        let labels = labels.take(if count > 2 { 0 } else { count }).collect();
        let from = from.entry((count, labels)).or_insert(START + 1);
        *from = plan.place(&states[state], *from)?;
        offsets[state] = *from;
    }

    let mut slots = vec![0; plan.taken.len() + CODES];
    for (state, transitions) in states.iter().enumerate() {
        for transition in transitions {
            let target = offsets[transition.target] as u32;
            slots[offsets[state] + usize::from(transition.label)] = u32::from(transition.label)
                | u32::from(transition.cost) << LABEL_BITS
                | target << (LABEL_BITS + COST_BITS);
        }
    }
    Some(slots)
}

#[derive(Default)]
struct Layout {
    taken: Vec<bool>,
    offsets: Vec<bool>,
}

impl Layout {
    /// The first free offset from `from` on, now taken. Offset 0 stays empty for the state without
    /// transitions.
    fn place(&mut self, transitions: &[Transition], from: usize) -> Option<usize> {
        let mut offset = from;
        loop {
            if offset >= OFFSET_LIMIT {
                return None;
            }
            if self.taken.len() < offset + CODES {
                self.taken.resize(offset + CODES, false);
                self.offsets.resize(offset + CODES, false);
            }
            let free = !self.offsets[offset]
                && transitions
                    .iter()
                    .all(|transition| !self.taken[offset + usize::from(transition.label)]);
            if free {
                break;
            }
            offset += 1;
        }
        self.offsets[offset] = true;
        for transition in transitions {
            self.taken[offset + usize::from(transition.label)] = true;
        }
        Some(offset)
    }
}
