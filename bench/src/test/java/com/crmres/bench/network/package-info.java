/// The desktop program's queue against a real server, over a line that breaks.
@NullMarked
package com.crmres.bench.network;

import org.jspecify.annotations.NullMarked;
