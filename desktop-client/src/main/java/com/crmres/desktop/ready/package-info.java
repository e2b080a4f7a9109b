/// The replies that lie ready, as those who answer for a branch keep them.
@NullMarked
package com.crmres.desktop.ready;

import org.jspecify.annotations.NullMarked;
