/// When a branch will have an order ready, and how many orders a quarter of an hour takes.
@NullMarked
package com.crmres.server.ordering.promise;

import org.jspecify.annotations.NullMarked;
