/// What a branch has none left of, marked in two clicks.
@NullMarked
package com.crmres.desktop.soldout;

import org.jspecify.annotations.NullMarked;
