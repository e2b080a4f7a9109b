/// JSON in and out, errors, and the limits of a request.
@NullMarked
package com.crmres.server.http;

import org.jspecify.annotations.NullMarked;
