/// What the desktop asks of a real server.
@NullMarked
package com.crmres.bench.desk;

import org.jspecify.annotations.NullMarked;
