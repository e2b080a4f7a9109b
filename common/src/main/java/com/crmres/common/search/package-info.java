/// What was ever said and who said it, as a search finds it.
@NullMarked
package com.crmres.common.search;

import org.jspecify.annotations.NullMarked;
