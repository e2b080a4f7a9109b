/// What every trial and measurement runs in: a database that outlives servers, and server
/// processes.
@NullMarked
package com.crmres.bench.house;

import org.jspecify.annotations.NullMarked;
