/// The menu as the screens see it.
@NullMarked
package com.crmres.common.menu;

import org.jspecify.annotations.NullMarked;
