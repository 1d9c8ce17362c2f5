package secondbackup.page;

import secondbackup.report.Report;

/// A report as people open it.
///
/// @param page HTML, all in one
/// @param clusters CSV with a row for every cluster
/// @param gaps CSV with a row for every gap
public record Papers(String page, String clusters, String gaps) {
    public static Papers of(Report report, Template template) {
        return new Papers(Page.of(report, template), Sheets.clusters(report), Sheets.gaps(report));
    }
}
