/// People who sign in, their sessions, and what they may do.
@NullMarked
package com.crmres.server.identity;

import org.jspecify.annotations.NullMarked;
