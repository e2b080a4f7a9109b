/// The window: side bar, current screen, connection banner.
@NullMarked
package com.crmres.desktop.shell;

import org.jspecify.annotations.NullMarked;
