/// The pool, the migrations, and transactions that belong to one restaurant.
@NullMarked
package com.crmres.server.database;

import org.jspecify.annotations.NullMarked;
