/// Work that goes on by itself until the server stops.
@NullMarked
package com.crmres.server.job;

import org.jspecify.annotations.NullMarked;
