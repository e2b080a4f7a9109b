/// What an operator types on the server's machine, and the words he reads there.
@NullMarked
package com.crmres.server.console;

import org.jspecify.annotations.NullMarked;
