//! What `--help` and the manual say.

/// What stands in help for a value: `<FILE>`.
pub struct Placeholders {
    pub options: &'static str,
    pub command: &'static str,
    pub(super) file: &'static str,
    pub(super) id: &'static str,
    pub(super) stage: &'static str,
    pub(super) place: &'static str,
    pub(super) query: &'static str,
    pub(super) number: &'static str,
    pub(super) seconds: &'static str,
    pub(super) keys: &'static str,
    pub(super) size: &'static str,
    pub(super) old: &'static str,
    pub(super) new: &'static str,
}

/// The headings of the manual.
pub struct Sections {
    pub name: &'static str,
    pub synopsis: &'static str,
    pub options: &'static str,
    pub examples: &'static str,
    pub version: &'static str,
}

/// Every word of the help.
pub struct Help {
    pub about: &'static str,
    /// The headings, in clap's template form.
    pub template: &'static str,
    /// The same for a command.
    pub command_template: &'static str,
    pub examples: &'static str,
    pub placeholders: Placeholders,
    pub sections: Sections,
    pub(super) data: &'static str,
    pub(super) lang: &'static str,
    pub(super) ambiguous: &'static str,
    pub(super) glyphs: &'static str,
    pub(super) color: &'static str,
    pub(super) charset: &'static str,
    pub(super) zone: &'static str,
    pub(super) region: &'static str,
    pub(super) initiative: &'static str,
    pub(super) mouse: &'static str,
    pub(super) view: &'static str,
    pub(super) cursor: &'static str,
    pub(super) kiosk: &'static str,
    pub(super) fresh: &'static str,
    pub(super) print: &'static str,
    pub(super) keys: &'static str,
    pub(super) stage: &'static str,
    pub(super) topic: &'static str,
    pub(super) partner: &'static str,
    pub(super) place: &'static str,
    pub(super) rows: &'static str,
    pub(super) columns: &'static str,
    pub(super) format: &'static str,
    pub(super) query: &'static str,
    pub(super) limit: &'static str,
    pub(super) entry: &'static str,
    pub(super) files: &'static str,
    pub(super) json: &'static str,
    pub(super) shell: &'static str,
    pub(super) list: &'static str,
    pub(super) show: &'static str,
    pub(super) search: &'static str,
    pub(super) matrix: &'static str,
    pub(super) partners: &'static str,
    pub(super) brief: &'static str,
    pub(super) diff: &'static str,
    pub(super) old: &'static str,
    pub(super) since: &'static str,
    pub(super) changes: &'static str,
    pub(super) new: &'static str,
    pub(super) check: &'static str,
    pub(super) tour: &'static str,
    pub(super) every: &'static str,
    pub(super) doctor: &'static str,
    pub(super) schema: &'static str,
    pub(super) completions: &'static str,
    pub(super) man: &'static str,
    pub(super) help: &'static str,
    pub(super) version: &'static str,
}

impl Placeholders {
    /// The word for one that the command line names in English; others are values themselves (`text|json`).
    pub fn of(&self, name: &str) -> Option<&'static str> {
        Some(match name {
            "FILE" => self.file,
            "ID" => self.id,
            "STAGE" => self.stage,
            "PLACE" => self.place,
            "QUERY" => self.query,
            "N" => self.number,
            "SECONDS" => self.seconds,
            "KEYS" => self.keys,
            "WxH" => self.size,
            "OLD" => self.old,
            "NEW" => self.new,
            _ => return None,
        })
    }
}

impl Help {
    /// What help says of an argument, by its id.
    pub fn arg(&self, id: &str) -> Option<&'static str> {
        Some(match id {
            "data" => self.data,
            "since" => self.since,
            "changes" => self.changes,
            "lang" => self.lang,
            "ambiguous" => self.ambiguous,
            "glyphs" => self.glyphs,
            "color" => self.color,
            "charset" => self.charset,
            "every" => self.every,
            "zone" => self.zone,
            "region" => self.region,
            "initiative" => self.initiative,
            "mouse" => self.mouse,
            "view" => self.view,
            "cursor" => self.cursor,
            "kiosk" => self.kiosk,
            "fresh" => self.fresh,
            "print" => self.print,
            "keys" => self.keys,
            "stage" => self.stage,
            "topic" => self.topic,
            "partner" => self.partner,
            "place" => self.place,
            "rows" => self.rows,
            "columns" => self.columns,
            "format" => self.format,
            "entry" => self.entry,
            "files" => self.files,
            "old" => self.old,
            "new" => self.new,
            "json" => self.json,
            "shell" => self.shell,
            "query" => self.query,
            "limit" => self.limit,
            "help" => self.help,
            "version" => self.version,
            _ => return None,
        })
    }

    /// What help says of a command, by its name.
    pub fn command(&self, name: &str) -> Option<&'static str> {
        Some(match name {
            "list" => self.list,
            "show" => self.show,
            "search" => self.search,
            "matrix" => self.matrix,
            "partners" => self.partners,
            "brief" => self.brief,
            "diff" => self.diff,
            "check" => self.check,
            "tour" => self.tour,
            "doctor" => self.doctor,
            "schema" => self.schema,
            "completions" => self.completions,
            "man" => self.man,
            _ => return None,
        })
    }
}
