//! Which campaign a command is about → the request that loads it.

use super::args::Campaign;
use crate::Request;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use std::path::Path;

impl Campaign {
    /// The campaign as it is to be loaded now, and written to `output` if anything is: without one, to
    /// `public` in its folder.
    pub(super) fn request(&self, output: Option<&Path>) -> Request {
        Request {
            root: self.root.clone(),
            output: output.map_or_else(|| self.root.join("public"), Path::to_owned),
            base_url: None,
            drafts: self.drafts,
            today: self.today.unwrap_or_else(today_in_cambodia),
        }
    }
}

/// Cambodia is seven hours ahead of UTC all year round.
fn today_in_cambodia() -> Date {
    Offset::constant(7).to_datetime(Timestamp::now()).date()
}
