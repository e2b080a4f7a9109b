/// Looks over an installation before and while it runs, and says what to do for each fault.
@NullMarked
package com.crmres.server.doctor;

import org.jspecify.annotations.NullMarked;
