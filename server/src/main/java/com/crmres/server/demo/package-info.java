/// A believable restaurant to try the product with.
@NullMarked
package com.crmres.server.demo;

import org.jspecify.annotations.NullMarked;
