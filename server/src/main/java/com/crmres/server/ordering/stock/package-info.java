/// What orders take of the things that branches count.
@NullMarked
package com.crmres.server.ordering.stock;

import org.jspecify.annotations.NullMarked;
