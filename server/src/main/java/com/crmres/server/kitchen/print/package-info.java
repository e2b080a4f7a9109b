/// The kitchen's printers: tickets drawn as pictures, spooled, and printed at least once.
@NullMarked
package com.crmres.server.kitchen.print;

import org.jspecify.annotations.NullMarked;
