/// Tells open screens what happened, with nothing left out.
@NullMarked
package com.crmres.server.live;

import org.jspecify.annotations.NullMarked;
