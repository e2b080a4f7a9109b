/// Finding what was ever said, customers and orders.
@NullMarked
package com.crmres.desktop.search;

import org.jspecify.annotations.NullMarked;
