//! `download`: the figures of a dataset, or a file, to take away.

use super::arguments::missing;
use super::{Argument, Body, Call, Component, Download, Exhibit, Holds, chosen};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::site::resolve::file;

pub(super) static COMPONENT: Component = Component {
    name: "download",
    arguments: &[&[
        Argument::optional("dataset", Holds::Text),
        Argument::optional("file", Holds::Text),
        Argument::optional("label", Holds::Text),
    ]],
    body: Body::None,
    in_line: true,
    resolve: |call| {
        let (dataset, name) = (call.arguments.text("dataset"), call.arguments.text("file"));
        if dataset.is_none() && name.is_none() {
            return Err(Report::of(missing(call.call, "dataset", call.spans)));
        }
        let mut files = Vec::new();
        if let Some(dataset) = dataset {
            of_dataset(call, dataset, &mut files)?;
        }
        if let Some(name) = name {
            let target = file(call.site, call.page, name, || call.place()).map_err(Report::of)?;
            let format = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            // Readers are told what it is, and not where it lies.
            let shown = name.rsplit('/').next().unwrap_or(name);
            files.push(Download {
                label: call.arguments.text("label").unwrap_or(shown).to_owned(),
                format: format.to_uppercase(),
                target: target.into_owned(),
            });
        }
        Ok(Exhibit::Files(files))
    },
};

fn of_dataset(call: &Call<'_, '_>, name: &str, files: &mut Vec<Download>) -> Result<(), Report> {
    let site = call.site;
    let Some(dataset) = site.datasets.get(name) else {
        let names = site.dataset_names();
        return Err(Report::of(
            diagnostic!(
                codes::site::NO_DATASET,
                call.place(),
                name = name,
                known = names.list()
            )
            .did_you_mean(name, names),
        ));
    };
    if !dataset.is_offered {
        let place = call.place();
        return Err(Report::of(diagnostic!(
            codes::site::NOT_OFFERED,
            place,
            name = name
        )));
    }
    let title = dataset
        .title
        .get(&call.page.language, site.config.default_language());
    let label = call.arguments.text("label").unwrap_or(title);
    files.extend(
        chosen::files_of(call.site, name)
            .into_iter()
            .map(|file| Download {
                label: label.to_owned(),
                ..file
            }),
    );
    Ok(())
}
