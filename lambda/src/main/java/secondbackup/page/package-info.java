/// The report as people open it: one page, and two sheets.
///
/// 1. When the page is opened, it shall ask nothing of any network, and its content security policy shall forbid
///    it to.
/// 2. When text comes from a source account, it shall stay text on the page, and in a sheet never be a formula.
/// 3. When something is in the report, it shall be on the page or be counted there.
///
/// The page itself (structure, style, script) lies among the resources, in `page/`; whoever calls brings it as a
/// [secondbackup.page.Template]. Out of scope: what the report says (`report`), where the files go (`aws`).
@NullMarked
package secondbackup.page;

import org.jspecify.annotations.NullMarked;
