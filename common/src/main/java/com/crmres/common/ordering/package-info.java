/// Orders, their states and the moves staff may ask for.
@NullMarked
package com.crmres.common.ordering;

import org.jspecify.annotations.NullMarked;
