package secondbackup.report;

import secondbackup.policy.Pages;

/// Where people open the page of a report.
///
/// @param page its address
/// @param fragments whether the address keeps what stands after a `#`
public record Links(String page, boolean fragments) {
    /// @param key of the page in the report bucket
    public static Links of(Pages pages, String key) {
        return new Links(pages.address(key), pages.keepsFragments());
    }

    /// To one gap, or to all of its kind.
    String to(CauseGroup group) {
        if (!fragments) {
            return page;
        }
        return page
                + (group.gaps().size() == 1
                        ? "#gap=" + GapMark.of(group.gaps().getFirst())
                        : "#kind=" + group.kind());
    }
}
