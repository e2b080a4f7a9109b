/// Finds what was ever said, who said it, and what was ordered.
@NullMarked
package com.crmres.server.search;

import org.jspecify.annotations.NullMarked;
