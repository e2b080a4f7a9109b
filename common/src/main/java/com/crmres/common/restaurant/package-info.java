/// Branches as the screens see them.
@NullMarked
package com.crmres.common.restaurant;

import org.jspecify.annotations.NullMarked;
