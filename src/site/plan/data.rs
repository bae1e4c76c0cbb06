//! What readers take away: the tables and the files of places, and where each of them stands.

use crate::config::Language;
use crate::data::{Dataset, NATION};
use crate::files::name;
use crate::site::places::PlaceId;
use crate::site::{Site, address, placed::folder_of};
use std::borrow::Cow;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFormat {
    Csv,
    Json,
}

impl DataFormat {
    pub const ALL: [DataFormat; 2] = [DataFormat::Csv, DataFormat::Json];

    pub fn extension(self) -> &'static str {
        match self {
            DataFormat::Csv => "csv",
            DataFormat::Json => "json",
        }
    }

    /// What readers know it by.
    pub fn label(self) -> &'static str {
        match self {
            DataFormat::Csv => "CSV",
            DataFormat::Json => "JSON",
        }
    }
}

/// The datasets that readers may take away.
pub fn offered(site: &Site) -> impl Iterator<Item = &Dataset> {
    site.datasets.iter().filter(|dataset| dataset.is_offered)
}

/// Where the list of all that can be taken away stands.
pub fn catalogue_path(site: &Site, language: &Language) -> String {
    format!("{}data/index.html", folder_of(language, &site.config))
}

/// Whether there is a list of what can be taken away.
pub fn has_catalogue(site: &Site) -> bool {
    site.config.build_catalogue && offered(site).next().is_some()
}

/// The places of which programs can read: those that have a page, of tables that are offered.
pub fn places_with_files(site: &Site) -> impl Iterator<Item = PlaceId> {
    let places = site.places.with_pages();
    places
        .map(|(place, _)| place)
        .filter(|place| has_file(site, *place))
}

/// Whether programs can read of a place.
pub fn has_file(site: &Site, place: PlaceId) -> bool {
    site.places.pages(place).is_some() && is_offered(site, place)
}

/// Whether the table of a place is offered; a nation without a table is.
pub fn is_offered(site: &Site, place: PlaceId) -> bool {
    let dataset = site.places.tree.dataset(place);
    let dataset = dataset.and_then(|name| site.datasets.get(name));
    dataset.is_none_or(|dataset| dataset.is_offered)
}

/// Where what programs read of a place stands.
pub fn place_path(site: &Site, place: PlaceId) -> String {
    format!("places/{}", place_file(site, place))
}

/// The name of that file: the code, where any program and any computer takes it as it is; else what of it
/// they take, with a hash of the whole, since two codes may have that in common.
pub fn place_file(site: &Site, place: PlaceId) -> String {
    let code = code_of(site, place);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let file = format!("{code}.json");
    let is_fit = code.bytes().all(is_plain) && !code.starts_with('.');
    if is_fit && code.len() <= LONGEST_CODE && name::unfit(&file).is_none() {
        return file;
    }
    let hash = blake3::hash(code.as_bytes()).to_hex();
    let mut slug = address::slug(&code).into_owned();
    slug.truncate(LONGEST_CODE);
    match &*slug {
        "" => format!("place-{}.json", &hash[..8]),
        slug => format!("{slug}-{}.json", &hash[..8]),
    }
}

/// A longer code of a place than any office has given.
const LONGEST_CODE: usize = 60;

/// The code of a place.
pub fn code_of(site: &Site, place: PlaceId) -> String {
    let place = site.places.tree.place(place, &site.datasets);
    place.map_or_else(|| NATION.to_owned(), |place| place.code.clone())
}

/// Where the site tells programs of its datasets.
pub const DATA_PACKAGE: &str = "data/datapackage.json";

/// Where a dataset's normalised figures stand: at its name in small Latin letters, digits and hyphens,
/// as programs and hosts take it anywhere. Of a name without such letters its kind and a hash stand in.
pub fn dataset_path(dataset: &Dataset, format: DataFormat) -> String {
    let folders = dataset
        .name
        .split('/')
        .map(|folder| match address::slug(folder) {
            slug if slug.is_empty() => {
                let hash = blake3::hash(folder.as_bytes()).to_hex();
                Cow::Owned(format!("{}-{}", dataset.kind.word(), &hash[..8]))
            }
            slug => slug,
        });
    let slug = folders.collect::<Vec<_>>().join("/");
    format!("data/{slug}.{}", format.extension())
}

/// Where the file of a dataset is published that its author would look for at `path`.
pub fn dataset_at(site: &Site, path: &str) -> Option<String> {
    if path == DATA_PACKAGE && offered(site).next().is_some() {
        return Some(path.to_owned());
    }
    let name = path.strip_prefix("data/")?;
    DataFormat::ALL.into_iter().find_map(|format| {
        let name = name.strip_suffix(format.extension())?.strip_suffix('.')?;
        let dataset = site.datasets.get(name)?;
        dataset.is_offered.then(|| dataset_path(dataset, format))
    })
}
