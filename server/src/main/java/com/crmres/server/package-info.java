/// Starts the server, reads its settings and makes every object of it.
@NullMarked
package com.crmres.server;

import org.jspecify.annotations.NullMarked;
