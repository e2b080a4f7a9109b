/// Kills the server again and again while customers write, and counts what was lost or doubled.
@NullMarked
package com.crmres.bench.trial;

import org.jspecify.annotations.NullMarked;
