/// Tests of the whole program, and the small world they share.
@NullMarked
package com.crmres.desktop;

import org.jspecify.annotations.NullMarked;
