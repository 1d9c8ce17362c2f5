/// The report's page in a real Chromium: what it says, how it is used, and that it asks nothing of any network.
@NullMarked
package secondbackup.browser;

import org.jspecify.annotations.NullMarked;
